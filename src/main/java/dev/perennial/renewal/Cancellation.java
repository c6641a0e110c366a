package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.Payment;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.End;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermState;

/** Cancellations: filed with a hold, and ended as a person decided (rules 10). */
public final class Cancellation {

	private static final String REFUND = "REFUND";

	private Cancellation() {
	}

	/** Files and opens a cancellation; a second one adds no second hold (rules 10.1). */
	static Answer filed(PartnerRequest request, Dossier dossier, Tonight tonight) {
		Instructions instructions = dossier.instructions()
			.with(new SupportRequest(request.id(), Kind.CANCEL, request.about().partnerId(), State.OPEN, tonight.date(),
					null));
		if (!instructions.isCancelling()) {
			instructions = instructions
				.with(new Hold(HoldReason.CANCEL_REQUEST_OPEN, request.id(), tonight.date(), null));
		}
		return Answer.accepted(dossier.with(instructions));
	}

	/** Decides whether a request that a person wants ended ends in this night. */
	public static Verdict decide(Dossier dossier, String requestId, Tonight tonight) {
		Reasoning why = new Reasoning(dossier);
		if (dossier.dealings().hasOpenAttempt()) {
			return why.waits();
		}
		Optional<SupportRequest> asked = dossier.instructions()
			.requests()
			.stream()
			.filter((request) -> request.id().equals(requestId))
			.filter(SupportRequest::isOpen)
			.findFirst();
		if (asked.isEmpty()) {
			return why.notDue("10.1", "request %s is not open any more", requestId);
		}
		why.note("10.2", "a person ends request %s: %s", requestId, asked.get().askedEnd());
		return why.acts(ended(dossier, asked.get(), tonight));
	}

	/**
	 * Ends a cancellation, or a switch that came too late, as a person decided; a refund
	 * that is not possible becomes the end of the term (rules 10.2, 3.4).
	 */
	public static Dossier ended(Dossier dossier, SupportRequest request, Tonight tonight) {
		if (request.askedEnd() == End.REJECT) {
			return closed(dossier, request, State.REJECTED, tonight);
		}
		Optional<Order> refundable = (request.askedEnd() == End.REFUND) ? refundable(dossier, tonight)
				: Optional.empty();
		if (refundable.isPresent()) {
			Dossier refunded = refunded(closed(dossier, request, State.RESOLVED, tonight), refundable.get(), tonight);
			return resolvedWithLapse(refunded, tonight);
		}
		return closed(switchedOff(dossier, tonight), request, State.RESOLVED, tonight);
	}

	/** The order of the current term, if it was paid recently enough to be refunded. */
	public static Optional<Order> refundable(Dossier dossier, Tonight tonight) {
		LocalDate first = tonight.date().minusDays(tonight.policy().payment().refundDays());
		int seq = dossier.subscription().nextSeq() - 1;
		return dossier.dealings()
			.into(seq)
			.stream()
			.filter((order) -> order.state() == OrderState.PAID)
			.filter((order) -> dossier.dealings()
				.payments()
				.stream()
				.filter((payment) -> payment.orderNumber().equals(order.number()))
				.noneMatch((payment) -> payment.receivedIn().isBefore(first)))
			.findFirst();
	}

	/** What lapsed or was cancelled needs no answer any more (rules 10.1). */
	static Dossier resolvedWithLapse(Dossier dossier, Tonight tonight) {
		Instructions instructions = dossier.instructions();
		for (SupportRequest request : instructions.requests()) {
			if (request.isOpen() && request.kind() == Kind.CANCEL) {
				instructions = instructions.with(request.with(State.RESOLVED, tonight.date()));
			}
		}
		return dossier.with(instructions.withoutCancellation(tonight.date()));
	}

	/** The hold ends with the last open cancellation. */
	private static Dossier closed(Dossier dossier, SupportRequest request, State state, Tonight tonight) {
		Instructions instructions = dossier.instructions().with(request.with(state, tonight.date()));
		boolean another = instructions.requests()
			.stream()
			.anyMatch((other) -> other.isOpen() && other.kind() == Kind.CANCEL);
		return dossier.with(another ? instructions : instructions.withoutCancellation(tonight.date()));
	}

	private static Dossier switchedOff(Dossier dossier, Tonight tonight) {
		Term term = dossier.subscription().term();
		return (term == null || !dossier.renewsByItself()) ? dossier : SwitchOff.applied(dossier,
				new AutoRenewOff(term.seq(), tonight.date(), tonight.date(), AutoRenewOff.Cause.CANCELLATION), tonight);
	}

	/** The money goes back, the invoice is credited, the subscription ends. */
	private static Dossier refunded(Dossier dossier, Order order, Tonight tonight) {
		Dossier after = dossier;
		Optional<Order> live = after.dealings().live();
		if (live.isPresent()) {
			after = OrderEnding.cancelled(after, live.get(), REFUND, tonight);
		}
		Order refunded = order.progressed((progress) -> progress.to(OrderState.REFUNDED, REFUND, tonight.date())
			.with(progress.billing()
				.owing((progress.billing().invoiceNumber() != null) ? DocumentDue.CREDIT_NOTE : null)));
		after = after.with(refunded).with(Outcome.of(refunded, What.CANCELLED, REFUND));
		for (Payment payment : dossier.dealings().payments()) {
			if (payment.orderNumber().equals(order.number())) {
				after = after.with(after.dealings()
					.with(new PartnerCredit(payment.id(), payment.amount(), PartnerCredit.Reason.REFUND)));
			}
		}
		Subscription subscription = after.subscription();
		return after.with(subscription.with(new Standing(SubscriptionState.CANCELLED, REFUND, null))
			.with(subscription.currentTerm().with(TermState.CANCELLED)));
	}

}
