package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.TermState;
import dev.perennial.subscription.WindowDays;

/**
 * Expires orders, opens renewal windows and lets subscriptions lapse (rules 2.3, 4, 6.5,
 * 7.3).
 */
public final class WindowTurn {

	private WindowTurn() {
	}

	/** Decides what the end of a term, or of the time to pay, does to a subscription. */
	public static Verdict decide(Dossier dossier, Tonight tonight) {
		Reasoning why = new Reasoning(dossier);
		if (dossier.subscription().isFinal()) {
			return why.notDue("2.2", "nothing to open or to end: the subscription is %s",
					dossier.subscription().state());
		}
		Dossier after = expired(dossier, tonight, why);
		if (after.subscription().state() == SubscriptionState.PENDING) {
			return unpaid(after, tonight, why);
		}
		if (after.subscription().isFinal() || !tonight.date().isAfter(after.endsOn())) {
			return outcome(dossier, after, why, "4.1", "the term runs until " + after.endsOn());
		}
		after = lapsedOrOpened(after, tonight, why);
		return outcome(dossier, after, why, "4.1",
				"nothing changes: the window closes on " + after.window(tonight).closesOn());
	}

	private static Verdict outcome(Dossier before, Dossier after, Reasoning why, String rule, String text) {
		return before.equals(after) ? why.notDue(rule, "%s", text) : why.acts(after);
	}

	private static Dossier expired(Dossier dossier, Tonight tonight, Reasoning why) {
		Optional<Order> newest = dossier.newestOrder()
			.filter((order) -> order.state() == OrderState.OPEN || order.state() == OrderState.FAILED)
			.filter((order) -> tonight.date().isAfter(order.progress().deadlines().expiresAfter()));
		if (newest.isEmpty()) {
			return dossier;
		}
		if (newest.get().hasOpenAttempt()) {
			why.note("6.5", "order %s waits for the answer to a charge", newest.get().number());
			return dossier;
		}
		why.note("6.5", "order %s was not paid until %s: it expires", newest.get().number(),
				newest.get().progress().deadlines().expiresAfter());
		return OrderEnding.expired(dossier, newest.get(), tonight);
	}

	/** A purchase that was not paid in time was never a subscription (rules 2.3). */
	private static Verdict unpaid(Dossier dossier, Tonight tonight, Reasoning why) {
		boolean waits = dossier.newestOrder()
			.filter((order) -> order.isLive() || order.state() == OrderState.FAILED || order.hasOpenAttempt())
			.isPresent();
		if (waits) {
			return why.notDue("2.3", "the purchase can still be paid");
		}
		why.note("2.3", "the purchase was not paid in time");
		Subscription cancelled = dossier.subscription().with(new Standing(SubscriptionState.CANCELLED, "UNPAID", null));
		return why.acts(Cancellation.resolvedWithLapse(dossier.with(cancelled), tonight));
	}

	private static Dossier lapsedOrOpened(Dossier dossier, Tonight tonight, Reasoning why) {
		WindowDays window = dossier.window(tonight);
		boolean alive = dossier.dealings().live().isPresent() || dossier.dealings().hasOpenAttempt();
		if (window.isOverOn(tonight.date()) && !alive) {
			why.note("4.1", "the window closed on %s and nothing was paid: lapsed", window.closesOn());
			return lapsed(dossier, tonight);
		}
		if (dossier.subscription().state() == SubscriptionState.ACTIVE) {
			why.note("4.6", "expired on %s and not renewed: renewable from %s to %s", window.expiredOn(),
					window.opensOn(), window.closesOn());
			return opened(dossier, tonight);
		}
		return dossier;
	}

	private static Dossier opened(Dossier dossier, Tonight tonight) {
		LocalDate benefits = RenewalDay.benefitsUntil(dossier, tonight);
		RenewalWindow window = new RenewalWindow(dossier.subscription().currentTerm().seq(), dossier.window(tonight),
				benefits, tonight.date(), null);
		return expiredTerm(dossier, new Standing(SubscriptionState.IN_WINDOW, null, benefits), window);
	}

	private static Dossier lapsed(Dossier dossier, Tonight tonight) {
		RenewalWindow known = dossier.contract().window();
		LocalDate benefits = RenewalDay.benefitsUntil(dossier, tonight);
		RenewalWindow window = (known != null) ? known.lapsed(tonight.date()) : new RenewalWindow(
				dossier.subscription().currentTerm().seq(), dossier.window(tonight), benefits, null, tonight.date());
		Standing standing = new Standing(SubscriptionState.LAPSED, null, window.benefitsUntil());
		return Cancellation.resolvedWithLapse(expiredTerm(dossier, standing, window), tonight);
	}

	private static Dossier expiredTerm(Dossier dossier, Standing standing, RenewalWindow window) {
		Subscription subscription = dossier.subscription();
		return dossier.with(new Dossier.Contract(
				subscription.with(standing).with(subscription.currentTerm().with(TermState.ENDED)), null, window));
	}

}
