package dev.perennial.order;

import dev.perennial.money.Money;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;

/**
 * What a night did to an order, or why a renewal that was due could not go on: a row of
 * {@code renewals.csv}.
 *
 * @param seq the term that the renewal would start
 * @param orderNumber the order, empty where there is none
 * @param origin what made it
 * @param dates the term
 * @param result what happened, with its reason
 * @param charged the gross, when it was renewed
 */
public record Outcome(int seq, String orderNumber, OrderOrigin origin, TermDates dates, Result result,
		@Nullable Money charged) {

	public static Outcome of(Order order, What what, @Nullable String reason) {
		Order.Placed placed = order.placed();
		Money charged = (what == What.RENEWED) ? order.amounts().gross() : null;
		return new Outcome(placed.seq(), order.number(), placed.origin(), placed.term().dates(),
				new Result(what, reason), charged);
	}

	/** What happened, and why. */
	public record Result(What what, @Nullable String reason) {

	}

	/** What can happen to an order in a night. */
	public enum What {

		RENEWED, INVOICED, DECLINED_SOFT, DECLINED_HARD, UNKNOWN, NOT_CHARGED, EXPIRED, CANCELLED, HELD, PARKED

	}

}
