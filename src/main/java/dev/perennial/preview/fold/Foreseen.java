package dev.perennial.preview.fold;

import java.time.LocalDate;
import java.util.Set;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to one thing in a night.
 *
 * @param job the job that has the last word about it
 * @param thing what it happens to
 * @param result what happens
 * @param ifs what it rests on
 */
public record Foreseen(String job, Thing thing, Result result, Set<Supposition> ifs) {

	public Foreseen {
		ifs = Set.copyOf(ifs);
	}

	/**
	 * What something happens to.
	 *
	 * @param kind what it is
	 * @param subscription whose it is, empty if of none
	 * @param name which of its kind: origin of an order, type of a document or request,
	 * code of a notice, invoice number that a bank line names
	 * @param id order number, merchant reference, notice id, request id or entry id;
	 * empty where nothing is named yet
	 */
	public record Thing(Kind kind, String subscription, String name, String id) {

	}

	/**
	 * What happens to it.
	 *
	 * @param what its state after the night
	 * @param reason why, where the state alone does not say
	 * @param on first day of the term, last day of the window, target of the notice,
	 * first day possible
	 * @param amount what is charged, invoiced, or owed to the partner
	 */
	public record Result(String what, @Nullable String reason, @Nullable LocalDate on, @Nullable Money amount) {

	}

	/** What things happen to. */
	public enum Kind {

		BANK_LINE, REQUEST, ORDER, CHARGE, REFUND, WINDOW, DOCUMENT, NOTICE,

		/** A subscription that cannot be decided about. */
		SUBSCRIPTION

	}

}
