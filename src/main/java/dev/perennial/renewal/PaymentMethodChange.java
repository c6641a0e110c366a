package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.Order.PayBy;
import dev.perennial.order.OrderState;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription.Paying;

/**
 * Another payment method, for the subscription and for an order that was not paid (rules
 * 7.4).
 */
final class PaymentMethodChange {

	private PaymentMethodChange() {
	}

	static Answer decide(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Paying paying = Requests.paying(request, dossier, tonight).orElseThrow();
		Optional<Order> unpaid = dossier.newestOrder().filter(PaymentMethodChange::isUnpaid);
		if (unpaid.isEmpty() || isSame(paying, unpaid.get().placed().payBy())) {
			return Answer.accepted(stored(dossier, paying));
		}
		return switch (unpaid.get().placed().origin()) {
			case AUTO -> automatic(dossier, unpaid.get(), paying, tonight);
			case MANUAL -> manual(request, dossier, paying, tonight);
			case PURCHASE -> purchase(request, dossier, unpaid.get(), paying, tonight);
		};
	}

	/** A failed order waits for another payment method until it expires (rules 6.5). */
	private static boolean isUnpaid(Order order) {
		return order.state() == OrderState.OPEN || order.state() == OrderState.FAILED;
	}

	private static boolean isSame(Paying paying, PayBy ordered) {
		return paying.isBy(ordered.method(), ordered.card());
	}

	private static Dossier stored(Dossier dossier, Paying paying) {
		Paying known = dossier.subscription().paying();
		return paying.isBy(known.method(), known.card()) ? dossier : dossier.with(dossier.subscription().with(paying));
	}

	/**
	 * The renewals of this night claim again for the same term, so it is their day that
	 * must be inside the window.
	 */
	private static Answer automatic(Dossier dossier, Order unpaid, Paying paying, Tonight tonight) {
		if (!dossier.window(tonight).contains(tonight.date())) {
			return Answer.refused(Refusal.WINDOW_CLOSED, dossier);
		}
		if (!dossier.renewsByItself()) {
			return Answer.refused(Refusal.AUTO_RENEW_OFF, dossier);
		}
		return Answer.accepted(stored(ended(dossier, unpaid, tonight), paying));
	}

	/** The order is cancelled, and a new one made of the day of the request. */
	private static Answer manual(PartnerRequest request, Dossier dossier, Paying paying, Tonight tonight) {
		Optional<Answer> outside = ManualOrder.outsideWindow(request, dossier, tonight);
		if (outside.isPresent()) {
			return outside.get();
		}
		return dossier.instructions().isCancelling() ? Answer.refused(Refusal.CANCEL_REQUEST_OPEN, dossier)
				: ManualOrder.place(dossier, paying, request, AutomaticRenewal.PAYMENT_METHOD, tonight);
	}

	private static Answer purchase(PartnerRequest request, Dossier dossier, Order unpaid, Paying paying,
			Tonight tonight) {
		if (paying.method() == PaymentMethod.TRANSFER && !dossier.partner().contact().sufficesForTransfer()) {
			return Answer.refused(Refusal.TRANSFER_CONTACT_MISSING, dossier);
		}
		Optional<String> held = ClaimGates.hold(dossier, new Reasoning(dossier));
		if (held.isPresent()) {
			return Answer.waits(Answer.Result.HELD, held.get(), dossier);
		}
		Dossier after = ended(dossier, unpaid, tonight);
		Answer ordered = Purchase.order(after.with(after.subscription().with(paying)), request, tonight);
		return ordered.isFinal() ? ordered : Answer.waits(ordered.result(), String.valueOf(ordered.reason()), dossier);
	}

	/** What failed has ended already. */
	private static Dossier ended(Dossier dossier, Order unpaid, Tonight tonight) {
		return unpaid.isLive() ? OrderEnding.cancelled(dossier, unpaid, AutomaticRenewal.PAYMENT_METHOD, tonight)
				: dossier;
	}

}
