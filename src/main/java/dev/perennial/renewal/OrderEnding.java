package dev.perennial.renewal;

import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.PartnerCredit.Reason;
import dev.perennial.order.Payment;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Progress.DocumentDue;
import org.jspecify.annotations.Nullable;

/** Ends orders that were not paid in full. */
public final class OrderEnding {

	private OrderEnding() {
	}

	/** Cancels a live order (rules 4.4, 7.4). */
	public static Dossier cancelled(Dossier dossier, Order order, String reason, Tonight tonight) {
		return ended(dossier, order.progressed((progress) -> progress.to(OrderState.CANCELLED, reason, tonight.date())),
				What.CANCELLED, reason);
	}

	/** Expires an order that was not paid in time (rules 6.5, 7.3). */
	public static Dossier expired(Dossier dossier, Order order, Tonight tonight) {
		return ended(dossier, order.progressed((progress) -> progress.to(OrderState.EXPIRED, null, tonight.date())),
				What.EXPIRED, null);
	}

	/**
	 * An invoice that was issued is credited in full, one that was not is not issued any
	 * more, and what was partly paid becomes credit of the partner.
	 */
	private static Dossier ended(Dossier dossier, Order order, What what, @Nullable String reason) {
		Billing billing = order.progress().billing();
		DocumentDue due = (billing.invoiceNumber() != null) ? DocumentDue.CREDIT_NOTE : null;
		Order billed = order.progressed((progress) -> progress.with(billing.owing(due)));
		Dossier after = dossier.with(billed).with(Outcome.of(billed, what, reason));
		for (Payment payment : dossier.dealings().payments()) {
			if (payment.orderNumber().equals(order.number())) {
				after = after
					.with(after.dealings().with(new PartnerCredit(payment.id(), payment.amount(), Reason.ORDER_ENDED)));
			}
		}
		return after;
	}

}
