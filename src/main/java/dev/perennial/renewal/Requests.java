package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.Progress.Deadlines;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.SubscriptionState;
import org.jspecify.annotations.Nullable;

/**
 * Works off the requests of partners about subscriptions that they have (rules 3.4, 4, 7,
 * 10).
 */
public final class Requests {

	private Requests() {
	}

	/**
	 * Decides what becomes of a request that is no purchase.
	 * @param dossier the subscription that it names, {@code null} if there is none
	 * @param partner who asks, {@code null} if nobody is registered so
	 */
	public static Answer decide(PartnerRequest request, @Nullable Dossier dossier, @Nullable Partner partner,
			Tonight tonight) {
		if (dossier == null) {
			return Answer.refused(Refusal.UNKNOWN_SUBSCRIPTION, null);
		}
		if (partner == null) {
			return Answer.refused(Refusal.UNKNOWN_PARTNER, dossier);
		}
		if (!dossier.partner().id().equals(partner.id())) {
			return Answer.refused(Refusal.WRONG_PARTNER, dossier);
		}
		if (dossier.dealings().hasOpenAttempt()) {
			return Answer.waits(Result.WAITS, "CHARGE_OPEN", dossier);
		}
		Optional<Answer> refused = refusal(request, dossier, tonight);
		return refused.isPresent() ? refused.get() : carriedOut(request, dossier, tonight);
	}

	private static Optional<Answer> refusal(PartnerRequest request, Dossier dossier, Tonight tonight) {
		if (request.type() == Type.RENEW && !request.about().offer().isEmpty()
				&& tonight.catalogue().offer(request.about().offer()).isEmpty()) {
			return Optional.of(Answer.refused(Refusal.UNKNOWN_OFFER, dossier));
		}
		boolean pays = request.type() == Type.RENEW || request.type() == Type.PAYMENT_METHOD;
		if (pays && paying(request, dossier, tonight).isEmpty()) {
			return Optional.of(Answer.refused(Refusal.METHOD_MISSING, dossier));
		}
		boolean ofPending = request.type() == Type.PAYMENT_METHOD || request.type() == Type.PROOF_OF_PAYMENT;
		if (dossier.subscription().state() == SubscriptionState.PENDING && !ofPending) {
			return Optional.of(Answer.refused(Refusal.NOT_ACTIVE, dossier));
		}
		return dossier.subscription().isFinal() ? Optional.of(Answer.refused(Refusal.WINDOW_CLOSED, dossier))
				: Optional.empty();
	}

	private static Answer carriedOut(PartnerRequest request, Dossier dossier, Tonight tonight) {
		return switch (request.type()) {
			case RENEW -> renew(request, dossier, tonight);
			case AUTO_RENEW_OFF -> SwitchOff.decide(request, dossier, tonight);
			case CANCEL -> Cancellation.filed(request, dossier, tonight);
			case PAYMENT_METHOD -> PaymentMethodChange.decide(request, dossier, tonight);
			case PROOF_OF_PAYMENT -> proofOfPayment(request, dossier, tonight);
			case PURCHASE -> throw new IllegalArgumentException("a purchase has no subscription yet");
		};
	}

	/**
	 * The method and card that a request leads to: what is given, else what is stored
	 * (contract, files in).
	 */
	static Optional<Paying> paying(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Paying stored = dossier.subscription().paying();
		PaymentMethod method = (request.payBy() != null) ? request.payBy() : stored.method();
		Card card = (request.card() != null) ? request.card() : stored.card();
		if (request.type() == Type.PAYMENT_METHOD && request.payBy() == null && request.card() == null) {
			return Optional.empty();
		}
		return (method == PaymentMethod.CARD && card == null) ? Optional.empty()
				: Optional.of(new Paying(method, card, tonight.date()));
	}

	/** A manual renewal (rules 4.2, 4.3, 4.4). */
	private static Answer renew(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Optional<Answer> outside = ManualOrder.outsideWindow(request, dossier, tonight);
		if (outside.isPresent()) {
			return outside.get();
		}
		if (dossier.instructions().isCancelling()) {
			return Answer.refused(Refusal.CANCEL_REQUEST_OPEN, dossier);
		}
		PartnerRequest.About about = request.about();
		boolean otherOffer = !about.offer().isEmpty()
				&& !about.offer().equals(dossier.subscription().product().offer());
		boolean otherCurrency = !about.currency().isEmpty()
				&& !about.currency().equals(dossier.subscription().product().currency().getCurrencyCode());
		if (otherOffer || otherCurrency) {
			return Answer.refused(Refusal.OFFER_CHANGE, dossier);
		}
		Paying paying = paying(request, dossier, tonight).orElseThrow();
		return ManualOrder.place(dossier, paying, request, "REPLACED", tonight);
	}

	/** A proof of payment extends the due date of a transfer once (rules 7.3). */
	private static Answer proofOfPayment(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Optional<Order> live = dossier.dealings()
			.live()
			.filter((order) -> order.placed().payBy().method() == PaymentMethod.TRANSFER);
		if (live.isEmpty()) {
			return Answer.refused(Refusal.NOT_ACTIVE, dossier);
		}
		Deadlines deadlines = live.get().progress().deadlines();
		LocalDate due = deadlines.expiresAfter();
		if (request.submittedOn().isAfter(due)) {
			return Answer.refused(Refusal.WINDOW_CLOSED, dossier);
		}
		if (deadlines.extended()) {
			return Answer.accepted(dossier);
		}
		LocalDate later = due.plusDays(tonight.policy().payment().proofExtensionDays());
		return Answer.accepted(
				dossier.with(live.get().progressed((progress) -> progress.with(new Deadlines(later, later, true)))));
	}

}
