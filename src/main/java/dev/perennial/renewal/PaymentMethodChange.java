package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription.Paying;

/**
 * Another payment method, for the subscription and for an order that waits (rules 7.4).
 */
final class PaymentMethodChange {

	private PaymentMethodChange() {
	}

	static Answer decide(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Paying paying = Requests.paying(request, dossier, tonight).orElseThrow();
		Optional<Order> live = dossier.dealings().live();
		if (live.isEmpty()) {
			return Answer.accepted(dossier.with(dossier.subscription().with(paying)));
		}
		return switch (live.get().placed().origin()) {
			case AUTO -> automatic(request, dossier, live.get(), paying, tonight);
			case MANUAL -> manual(request, dossier, paying, tonight);
			case PURCHASE -> purchase(request, dossier, live.get(), paying, tonight);
		};
	}

	/**
	 * The order is cancelled; the renewals of this night claim again for the same term.
	 */
	private static Answer automatic(PartnerRequest request, Dossier dossier, Order live, Paying paying,
			Tonight tonight) {
		if (isAfterWindow(request, dossier, tonight)) {
			return Answer.refused(Refusal.WINDOW_CLOSED, dossier);
		}
		if (!dossier.renewsByItself()) {
			return Answer.refused(Refusal.AUTO_RENEW_OFF, dossier);
		}
		Dossier after = OrderEnding.cancelled(dossier, live, AutomaticRenewal.PAYMENT_METHOD, tonight);
		return Answer.accepted(after.with(after.subscription().with(paying)));
	}

	/** The order is cancelled, and a new one made of the day of the request. */
	private static Answer manual(PartnerRequest request, Dossier dossier, Paying paying, Tonight tonight) {
		if (isAfterWindow(request, dossier, tonight)) {
			return Answer.refused(Refusal.WINDOW_CLOSED, dossier);
		}
		if (dossier.instructions().isCancelling()) {
			return Answer.refused(Refusal.CANCEL_REQUEST_OPEN, dossier);
		}
		return ManualOrder.place(dossier, paying, request, AutomaticRenewal.PAYMENT_METHOD, tonight);
	}

	private static Answer purchase(PartnerRequest request, Dossier dossier, Order live, Paying paying,
			Tonight tonight) {
		if (paying.method() == PaymentMethod.TRANSFER && !dossier.partner().contact().sufficesForTransfer()) {
			return Answer.refused(Refusal.TRANSFER_CONTACT_MISSING, dossier);
		}
		Dossier after = OrderEnding.cancelled(dossier, live, AutomaticRenewal.PAYMENT_METHOD, tonight);
		Answer ordered = Purchase.order(after.with(after.subscription().with(paying)), request, tonight);
		return ordered.isFinal() ? ordered : Answer.waits(ordered.result(), String.valueOf(ordered.reason()), dossier);
	}

	private static boolean isAfterWindow(PartnerRequest request, Dossier dossier, Tonight tonight) {
		return dossier.window(tonight).isOverOn(request.submittedOn());
	}

}
