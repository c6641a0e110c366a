package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.money.Money;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.WindowDays;
import dev.perennial.tax.TaxDecision;
import dev.perennial.tax.TaxDecision.TaxUnavailable;
import dev.perennial.tax.TaxDecision.Taxed;

/** Claims the renewal of a subscription that renews by itself (rules 3). */
public final class AutomaticRenewal {

	/** The reason of an order that ended because another payment method was given. */
	public static final String PAYMENT_METHOD = "PAYMENT_METHOD";

	private AutomaticRenewal() {
	}

	/**
	 * Decides whether the renewal is claimed in a night. Where it is held or parked, the
	 * facts after it carry the outcome of the night.
	 */
	public static Verdict decide(Dossier dossier, Tonight tonight) {
		Reasoning why = new Reasoning(dossier);
		SubscriptionState state = dossier.subscription().state();
		if (state != SubscriptionState.ACTIVE && state != SubscriptionState.IN_WINDOW) {
			return why.notDue("2.2", "nothing to renew: the subscription is %s", state);
		}
		LocalDate day = tonight.date();
		WindowDays window = dossier.window(tonight);
		if (!window.contains(day)) {
			return why.notDue("3.3", "due from %s to %s, not on %s", window.opensOn(), window.closesOn(), day);
		}
		why.note("3.3", "due: the term ended on %s, claimed until %s", window.expiredOn(), window.closesOn());
		if (!dossier.renewsByItself()) {
			return why.notDue("3.2", "auto-renew is OFF for this term");
		}
		if (dossier.dealings().hasOpenAttempt()) {
			return why.waits();
		}
		Optional<Order> newest = dossier.newestOrder();
		if (newest.isPresent() && !claimsAgain(newest.get(), dossier)) {
			return why.notDue("3.8", "claimed already: order %s is %s", newest.get().number(), newest.get().state());
		}
		return claim(dossier, tonight, why);
	}

	/** The days of the term that a renewal by itself starts (rules 3.3). */
	public static TermDates term(Dossier dossier) {
		return dossier.subscription().currentTerm().next();
	}

	/** Only by another payment method than the order that ended (rules 3.8). */
	private static boolean claimsAgain(Order newest, Dossier dossier) {
		if (newest.placed().origin() != OrderOrigin.AUTO) {
			return false;
		}
		return switch (newest.state()) {
			case CANCELLED -> PAYMENT_METHOD.equals(newest.progress().reason());
			case FAILED ->
				!dossier.subscription().paying().isBy(newest.placed().payBy().method(), newest.placed().payBy().card());
			default -> false;
		};
	}

	private static Verdict claim(Dossier dossier, Tonight tonight, Reasoning why) {
		Optional<String> held = ClaimGates.closed(dossier, tonight, why);
		if (held.isPresent()) {
			return why.held(held.get(), dossier.with(outcome(dossier, What.HELD, held.get())));
		}
		TermDates dates = term(dossier);
		TaxDecision tax = Pricing.tax(dossier.partner(), dossier.evidence(), dates.startsOn(), tonight);
		if (tax instanceof TaxUnavailable unavailable) {
			why.note("5.4", "the tax is not known: %s", unavailable.why());
			return why.held(ClaimGates.TAX_UNAVAILABLE,
					dossier.with(outcome(dossier, What.HELD, ClaimGates.TAX_UNAVAILABLE)));
		}
		try {
			Money listed = Pricing.listed(dossier.subscription().product(), dates.startsOn(), tonight);
			Amounts amounts = Pricing.capped(dossier, listed, (Taxed) tax, tonight);
			why.note("5.3", "costs %s net: the list says %s", amounts.net(), listed);
			return why.acts(Ordering.automatic(dossier, amounts, tonight));
		}
		catch (PriceMissing ex) {
			String error = String.valueOf(ex.getMessage());
			why.note("5.6", "%s", error);
			return why.parked(error, dossier.with(outcome(dossier, What.PARKED, error)));
		}
	}

	private static Outcome outcome(Dossier dossier, What what, String reason) {
		return new Outcome(dossier.subscription().nextSeq(), "", OrderOrigin.AUTO, term(dossier),
				new Outcome.Result(what, reason), null);
	}

}
