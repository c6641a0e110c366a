package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.order.Attempt;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.order.Progress.Dunning;
import org.jspecify.annotations.Nullable;

/** What follows from the answer to a charge (rules 6). */
public final class CardDunning {

	/** After so many attempts that did not charge a person must look (rules 6.2). */
	private static final int NOT_CHARGED_LIMIT = 3;

	private CardDunning() {
	}

	/**
	 * Decides whether an order is charged in a night.
	 * @return ACTS with the intent made, HELD with the reason of a hold, or NOT_DUE
	 */
	public static Verdict decide(Dossier dossier, Order order, Tonight tonight) {
		Reasoning why = new Reasoning(dossier);
		LocalDate next = order.progress().dunning().nextOn();
		if (!order.isLive() || next == null || next.isAfter(tonight.date())) {
			return why.notDue("6.3", "no attempt is due for order %s, %s; the next is on %s", order.number(),
					order.state(), next);
		}
		if (dossier.dealings().hasOpenAttempt()) {
			return why.waits();
		}
		LocalDate last = lastDay(dossier, order, tonight);
		if (tonight.date().isAfter(last) && !isFirstOfARequest(order)) {
			return why.notDue("6.3", "order %s is not charged any more: its last day was %s", order.number(), last);
		}
		Optional<String> held = ClaimGates.hold(dossier, why);
		if (held.isPresent()) {
			// What this night found out of the attempt before it says more.
			return why.held(held.get(), dossier.dealings().hasOutcome(order) ? dossier
					: dossier.with(Outcome.of(order, What.HELD, held.get())));
		}
		why.note("6.3", "attempt %d of order %s is due on %s", order.attempts().size() + 1, order.number(), next);
		Attempt intent = new Attempt(order.attempts().size() + 1, AttemptState.INTENT, tonight.date(), null);
		return why.acts(dossier.with(order.attempted(intent)));
	}

	/**
	 * The facts after an attempt was answered or looked up.
	 * @param attempt the attempt, of this order, that is INTENT or UNKNOWN
	 * @param answer how it ended
	 */
	public static Dossier settled(Dossier dossier, Order order, Attempt attempt, AttemptState answer, Tonight tonight) {
		LocalDate settledIn = (answer == AttemptState.UNKNOWN) ? null : tonight.date();
		Attempt settled = new Attempt(attempt.number(), answer, attempt.plannedIn(), settledIn);
		Order with = order.attempted(settled).progressed((progress) -> progress.with(progress.dunning().answered()));
		return switch (answer) {
			case SUCCEEDED -> Fulfilment.byCard(dossier, with, attempt.number(), tonight);
			case DECLINED_SOFT -> declinedSoftly(dossier, with, tonight);
			case DECLINED_HARD -> failed(dossier, with, What.DECLINED_HARD, tonight);
			case UNKNOWN -> dossier.with(with).with(Outcome.of(with, What.UNKNOWN, null));
			case NOT_CHARGED -> notCharged(dossier, with, nextAfterNothing(order, tonight), tonight);
			case INTENT -> throw new IllegalArgumentException("an intent is no answer");
		};
	}

	/**
	 * The facts after the gateway was found to have something else under the reference of
	 * an attempt (rules 6.2): the attempt stays UNKNOWN and its order is parked. It did
	 * not charge where nothing of what was found is left and a person looked at it, whose
	 * retry says that the partner may be charged.
	 * @param attempt the attempt, of this order, that is UNKNOWN
	 * @param error what disagrees, and what to do
	 * @param nothingIsLeft whether what was found was given back in full, or canceled
	 */
	public static Dossier disagrees(Dossier dossier, Order order, Attempt attempt, String error, boolean nothingIsLeft,
			Tonight tonight) {
		Dunning dunning = order.progress().dunning();
		if (!nothingIsLeft || !dunning.isReleased()) {
			return error.equals(dunning.parkedError()) ? dossier : parked(dossier, order, error, tonight);
		}
		return settled(dossier, order, attempt, AttemptState.NOT_CHARGED, tonight);
	}

	/** Parks an order: a person must look before it is charged again. */
	private static Dossier parked(Dossier dossier, Order order, String error, Tonight tonight) {
		Order parked = order.progressed((progress) -> progress.with(progress.dunning().parked(error, tonight.date())));
		return dossier.with(parked).with(Outcome.of(parked, What.PARKED, error));
	}

	/**
	 * A parked order is charged again in this night (rules 6.2, 11.3), one with an open
	 * attempt when its look-up finds that nothing was charged.
	 */
	public static Dossier retried(Dossier dossier, Order order, Tonight tonight) {
		Dunning dunning = order.progress().dunning();
		if (!order.isLive() || dunning.parkedError() == null) {
			return dossier;
		}
		Dunning again = order.hasOpenAttempt() ? dunning.released() : Dunning.NONE.nextOn(tonight.date());
		return dossier.with(order.progressed((progress) -> progress.with(again)));
	}

	/**
	 * The next attempt after a soft decline: the first retry day after D, or after today
	 * in a late night, and never after the window (rules 6.3, 1.7).
	 */
	public static Optional<LocalDate> nextAttempt(Dossier dossier, Order order, Tonight tonight) {
		LocalDate from = countedFrom(dossier, order);
		LocalDate after = tonight.notBeforeToday(tonight.date());
		LocalDate last = lastDay(dossier, order, tonight);
		return tonight.policy()
			.renewal()
			.retryDays()
			.stream()
			.map(from::plusDays)
			.filter((day) -> day.isAfter(after) && !day.isAfter(last))
			.findFirst();
	}

	/** E, or for a purchase the day before the order. */
	private static LocalDate countedFrom(Dossier dossier, Order order) {
		return (order.placed().origin() == OrderOrigin.PURCHASE) ? order.placed().orderedOn().minusDays(1)
				: dossier.endsOn();
	}

	/** No card is charged after it, whatever held the charge up (rules 6.3). */
	private static LocalDate lastDay(Dossier dossier, Order order, Tonight tonight) {
		return countedFrom(dossier, order).plusDays(tonight.policy().renewal().windowDays());
	}

	/**
	 * A charge that the partner asked for inside the window, and no bank declined yet.
	 */
	private static boolean isFirstOfARequest(Order order) {
		return order.placed().origin() != OrderOrigin.AUTO
				&& order.attempts().stream().noneMatch((attempt) -> attempt.state() == AttemptState.DECLINED_SOFT);
	}

	private static Dossier declinedSoftly(Dossier dossier, Order order, Tonight tonight) {
		Optional<LocalDate> next = nextAttempt(dossier, order, tonight);
		if (next.isEmpty()) {
			return failed(dossier, order, What.DECLINED_SOFT, tonight);
		}
		Order again = order.progressed((progress) -> progress.with(progress.dunning().nextOn(next.get())));
		return dossier.with(again).with(Outcome.of(again, What.DECLINED_SOFT, null));
	}

	private static Dossier failed(Dossier dossier, Order order, What what, Tonight tonight) {
		Order failed = order.progressed((progress) -> progress.to(OrderState.FAILED, null, tonight.date()));
		return dossier.with(failed).with(Outcome.of(failed, what, null));
	}

	/** A parked order does not outlive its window: nobody expects its charge any more. */
	private static @Nullable LocalDate nextAfterNothing(Order order, Tonight tonight) {
		boolean over = tonight.date().isAfter(order.progress().deadlines().expiresAfter());
		return (over && order.progress().dunning().isReleased()) ? null : tonight.date();
	}

	private static Dossier notCharged(Dossier dossier, Order order, @Nullable LocalDate next, Tonight tonight) {
		Order counted = order
			.progressed((progress) -> progress.with(progress.dunning().oneMoreNotCharged().nextOn(next)));
		int times = counted.progress().dunning().notCharged();
		if (times >= NOT_CHARGED_LIMIT) {
			return parked(dossier, counted,
					"NOT_CHARGED: %d attempts did not charge the card: see what the gateway says of order %s, then retry"
						.formatted(times, order.number()),
					tonight);
		}
		return dossier.with(counted).with(Outcome.of(counted, What.NOT_CHARGED, null));
	}

}
