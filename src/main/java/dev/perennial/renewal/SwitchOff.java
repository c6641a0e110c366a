package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.Progress;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermOrigin;

/**
 * Switches automatic renewal off for the current term, never on again (rules 3.2, 3.4).
 */
final class SwitchOff {

	private SwitchOff() {
	}

	static Answer decide(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Term term = dossier.subscription().currentTerm();
		if (!dossier.renewsByItself()) {
			return Answer.accepted(dossier);
		}
		AutoRenewOff off = new AutoRenewOff(term.seq(), request.submittedOn(), tonight.date(), Cause.REQUEST);
		Dossier switched = applied(dossier, off, tonight);
		return Answer.accepted(comesAfterTheClaim(request, dossier)
				? switched.with(switched.instructions().with(lateOff(request, tonight))) : switched);
	}

	/**
	 * Records the switch, whoever asked for it, and what it means for an order that
	 * waits.
	 */
	static Dossier applied(Dossier dossier, AutoRenewOff off, Tonight tonight) {
		Dossier switched = dossier.with(dossier.instructions().with(off));
		Optional<Order> live = switched.dealings().live();
		return live.isPresent() ? metWaiting(switched, live.get(), tonight) : switched;
	}

	/**
	 * An automatic card order that waits for a retry is cancelled; a transfer stays
	 * payable and a manual order goes on, and their terms are born OFF.
	 */
	private static Dossier metWaiting(Dossier dossier, Order live, Tonight tonight) {
		if (live.placed().origin() == OrderOrigin.AUTO && live.placed().payBy().method() == PaymentMethod.CARD) {
			return OrderEnding.cancelled(dossier, live, "AUTO_RENEW_OFF", tonight);
		}
		return dossier.with(live.progressed((Progress progress) -> progress.with(progress.billing().bornOff())));
	}

	/**
	 * Asked before the term was over, and read when its renewal was claimed already,
	 * whatever became of the order.
	 */
	private static boolean comesAfterTheClaim(PartnerRequest request, Dossier dossier) {
		Term term = dossier.subscription().currentTerm();
		boolean claimed = dossier.dealings()
			.into(dossier.subscription().nextSeq())
			.stream()
			.anyMatch((order) -> order.placed().origin() == OrderOrigin.AUTO)
				&& !request.submittedOn().isAfter(term.endsOn());
		boolean renewed = term.origin() == TermOrigin.AUTO && request.submittedOn().isBefore(term.startsOn());
		return claimed || renewed;
	}

	private static SupportRequest lateOff(PartnerRequest request, Tonight tonight) {
		return new SupportRequest(request.id(), Kind.LATE_OFF, request.about().partnerId(), State.OPEN, tonight.date(),
				null);
	}

}
