package dev.perennial.work;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A step whose effects leave the house (a card is charged, a mail is sent): claim in a
 * transaction, call outside of any, settle in a transaction.
 * <p>
 * Settling one chunk and claiming the next share a commit. Whoever dies between claim and
 * settle leaves claims without a result; the next process claims the same items again,
 * and the job decides what an open claim means (rules 6.2, 8.4).
 *
 * @param <C> what was claimed: all that a call needs, frozen when it was committed
 * @param <R> what is known after the call; must be able to say "unknown"
 */
public non-sealed interface EffectWork<C, R> extends Work {

	/** How many chunks are open at a time, how big, and how fast the calls go out. */
	Pace pace();

	/** What has to be approved before the first call of a night, if anything. */
	default @Nullable Question question() {
		return null;
	}

	/**
	 * Told which items are next, on a thread and in a transaction of its own, so that
	 * what their claims need is read by then. Any of them may be claimed soon, late or
	 * never; what fails here is left to the claim, which can park the one item.
	 */
	default void ahead(Run run, List<Item> items) {
	}

	/**
	 * Stores the intents of a chunk inside the engine's transaction; the calls begin
	 * after its commit. May be called again for items that are claimed already: it then
	 * returns the claim as it was stored.
	 * @return each item of the chunk once: claimed, or what became of it without a call
	 */
	Claims<C> claim(Run run, Chunk chunk);

	/**
	 * The effect, outside of any transaction and on a thread of its own. Whatever an
	 * outside party can answer, a time-out included, is a result and no exception. A call
	 * that consists of several asks for the lease before each of them.
	 * @throws PartyUnavailable if nothing came of it, and nothing would of the next
	 */
	R call(Run run, C claim);

	/**
	 * The result to settle when {@link #call} threw, which is a bug: the effect may or
	 * may not have happened. The item is parked as well. A work that does not
	 * {@link #parks park} is not asked: its claim stays open, as if the process had died.
	 */
	R unknown(Run run, C claim, RuntimeException failure);

	/**
	 * Stores the results inside the engine's transaction. May be called again for the
	 * same answers after a rollback.
	 * @return what became of the items; those not named are done
	 */
	Outcomes settle(Run run, List<Answer<C, R>> answers);

}
