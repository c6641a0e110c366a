package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.money.Money;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.Order.OrderedTerm;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.WindowDays;
import dev.perennial.tax.TaxDecision;
import dev.perennial.tax.TaxDecision.Taxed;

/** Makes the order that a partner asked for inside the window (rules 4.2, 4.3, 4.4). */
final class ManualOrder {

	private ManualOrder() {
	}

	/**
	 * Why it is not the time for it, by the day on which the partner asked (rules 4.2).
	 */
	static Optional<Answer> outsideWindow(PartnerRequest request, Dossier dossier, Tonight tonight) {
		WindowDays window = dossier.window(tonight);
		LocalDate asked = request.submittedOn();
		if (asked.isAfter(window.closesOn())) {
			return Optional.of(Answer.refused(Refusal.WINDOW_CLOSED, dossier));
		}
		return asked.isBefore(window.opensOn()) ? Optional.of(Answer.tooEarly(window.opensOn(), dossier))
				: Optional.empty();
	}

	/**
	 * Places the order, and cancels the one that was live.
	 * @param replaced why the live order is cancelled
	 */
	static Answer place(Dossier dossier, Paying paying, PartnerRequest request, String replaced, Tonight tonight) {
		if (paying.method() == PaymentMethod.TRANSFER && !dossier.partner().contact().sufficesForTransfer()) {
			return Answer.refused(Refusal.TRANSFER_CONTACT_MISSING, dossier);
		}
		OrderedTerm term = Ordering.manualTerm(dossier, request.submittedOn(), tonight);
		Reasoning why = new Reasoning(dossier);
		Optional<String> held = ClaimGates.hold(dossier, why).or(() -> ClaimGates.qualification(dossier, tonight, why));
		LocalDate firstDay = term.dates().startsOn();
		TaxDecision tax = Pricing.tax(dossier.partner(), dossier.evidence(), firstDay, tonight);
		if (held.isEmpty() && !(tax instanceof Taxed)) {
			held = Optional.of(ClaimGates.TAX_UNAVAILABLE);
		}
		if (held.isPresent()) {
			return Answer.waits(Result.HELD, held.get(), waiting(dossier, term, What.HELD, held.get()));
		}
		try {
			Money net = Pricing.listed(dossier.subscription().product(), firstDay, tonight);
			Amounts amounts = new Amounts(net, ((Taxed) tax).treatment(), ((Taxed) tax).rate());
			Dossier ready = withoutLive(dossier, replaced, tonight);
			return Answer.accepted(Ordering.manual(ready.with(ready.subscription().with(paying)), request.submittedOn(),
					amounts, tonight));
		}
		catch (PriceMissing ex) {
			String error = String.valueOf(ex.getMessage());
			return Answer.waits(Result.PARKED, error, waiting(dossier, term, What.PARKED, error));
		}
	}

	private static Dossier withoutLive(Dossier dossier, String reason, Tonight tonight) {
		Optional<Order> live = dossier.dealings().live();
		return live.isPresent() ? OrderEnding.cancelled(dossier, live.get(), reason, tonight) : dossier;
	}

	/** While an order of the renewal lives, the renewal goes on: nothing is held. */
	private static Dossier waiting(Dossier dossier, OrderedTerm term, What what, String reason) {
		return dossier.dealings().live().isPresent() ? dossier
				: dossier.with(new Outcome(dossier.subscription().nextSeq(), "", OrderOrigin.MANUAL, term.dates(),
						new Outcome.Result(what, reason), null));
	}

}
