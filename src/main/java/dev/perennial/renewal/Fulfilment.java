package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.order.Payment;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.subscription.TermState;

/** Starts the term of an order that is paid in full. */
public final class Fulfilment {

	private Fulfilment() {
	}

	/** A charge of the whole order succeeded (rules 3.5). */
	public static Dossier byCard(Dossier dossier, Order order, int attempt, Tonight tonight) {
		Payment payment = Payment.byCard(order.merchantReference(attempt), order.number(), order.amounts().gross(),
				tonight.date());
		return paid(dossier.with(dossier.dealings().with(payment)),
				order.progressed((progress) -> progress.with(progress.billing().plus(payment.amount()))), tonight);
	}

	/**
	 * The order is paid: its term starts, the one before it ends, and the switch is
	 * carried over (rules 3.1, 3.4).
	 * @param order with everything paid that it costs
	 */
	public static Dossier paid(Dossier dossier, Order order, Tonight tonight) {
		Billing billing = order.progress().billing();
		DocumentDue due = (billing.invoiceNumber() == null) ? DocumentDue.INVOICE : null;
		Order paid = order
			.progressed((progress) -> progress.to(OrderState.PAID, null, tonight.date()).with(billing.owing(due)));
		Subscription before = dossier.subscription();
		Term started = new Term(order.placed().seq(), order.placed().term().anchor(), order.placed().term().dates(),
				origin(order), TermState.ACTIVE, order.number());
		Term ended = (before.term() != null) ? before.term().with(TermState.ENDED) : null;
		return dossier
			.with(new Dossier.Contract(before.with(Standing.of(SubscriptionState.ACTIVE)).with(started), ended, null))
			.with(carryOver(dossier.instructions(), order, tonight.date()))
			.with(paid)
			.with(Outcome.of(paid, What.RENEWED, null));
	}

	private static Instructions carryOver(Instructions instructions, Order order, LocalDate day) {
		int seq = order.placed().seq();
		Optional<AutoRenewOff> off = instructions.off(seq - 1);
		boolean carried = order.placed().origin() == OrderOrigin.AUTO || order.progress().billing().termOff();
		return (off.isPresent() && carried)
				? instructions.with(new AutoRenewOff(seq, off.get().askedOn(), day, Cause.CARRIED)) : instructions;
	}

	private static TermOrigin origin(Order order) {
		return switch (order.placed().origin()) {
			case AUTO -> TermOrigin.AUTO;
			case MANUAL -> TermOrigin.MANUAL;
			case PURCHASE -> TermOrigin.PURCHASE;
		};
	}

}
