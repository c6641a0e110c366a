package dev.perennial.work;

/**
 * A step of a job: a set of keys to plan, and a way to do them in chunks.
 * <p>
 * The engine plans a work once per run, does what was planned, and counts: planned = done
 * + skipped + parked (rules 11.2). A work with nothing planned costs next to nothing.
 */
public sealed interface Work permits RowWork, EffectWork {

	/**
	 * The step's name, imperative with object: {@code charge-cards}. At most 40 letters,
	 * digits and hyphens, and the same for ever: what has begun under it goes on under
	 * it.
	 */
	String name();

	/**
	 * The keys to do, asked for when all works before it have completed. Asked again only
	 * while the plan is not frozen yet.
	 */
	Plan plan(Run run);

	/**
	 * Called once, in the transaction that closes a plan of at least one item; ordinals 1
	 * to {@code count} are then fixed. The place to reserve a block of numbers (rules
	 * 9.2).
	 */
	default void planned(Run run, long count) {
	}

	/**
	 * Whether the items depend on those before them, and must be done one after another
	 * in the order of the plan: such a plan is never cut into parts.
	 */
	default boolean inOrder() {
		return false;
	}

	/**
	 * Whether an item that fails on its data is parked while the others go on (rules
	 * 11.3). Where there are no others, or the night must not go on without the item,
	 * {@code false}: the job fails instead, and does the item again when it is started
	 * again.
	 */
	default boolean parks() {
		return true;
	}

}
