package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.Subject;
import dev.perennial.order.Attempt;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.order.Payment;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.SupportRequest;
import org.jspecify.annotations.Nullable;

/**
 * Plans the notices that follow from what happened in a night (rules 8.1): it finds the
 * events in the facts.
 */
public final class EventNotices {

	private EventNotices() {
	}

	/** Plans the notices of everything that this night did to a subscription. */
	public static Dossier planned(Dossier dossier, Tonight tonight) {
		List<Event> events = new ArrayList<>();
		dossier.dealings().orders().forEach((order) -> ofOrder(dossier, order, tonight.date(), events));
		ofTerm(dossier, tonight.date(), events);
		for (SupportRequest request : dossier.instructions().requests()) {
			if (request.stateIn().equals(tonight.date())) {
				events.add(new Event(Subject.ofRequest(request.id(), request.state().name()), NoticeCode.REQUEST_STATUS,
						null));
			}
		}
		Dossier after = dossier;
		for (Event event : events) {
			after = planned(after, event, tonight);
		}
		return after;
	}

	/**
	 * The notice of a request that was refused (rules 8.1).
	 * @param subscriptionId the subscription that it named, empty for a purchase
	 */
	public static Notice ofRefusedRequest(String requestId, String partnerId, String subscriptionId, Tonight tonight) {
		return notice(Subject.ofRequest(requestId, "REFUSED"), NoticeCode.REQUEST_STATUS,
				new Notice.About(partnerId, subscriptionId, null, null), tonight);
	}

	/**
	 * Whether a notice that was not sent in its night is still true (rules 8.2): nobody
	 * is asked to pay what is paid or has ended, or told of a state that has passed.
	 */
	static boolean isTrue(Notice notice, Dossier dossier) {
		return switch (notice.code()) {
			case PAYMENT_DUE -> ordered(notice, dossier).filter(Order::isLive).isPresent();
			case PAYMENT_FAILED ->
				ordered(notice, dossier).filter((order) -> order.state() == OrderState.PAID).isEmpty();
			case AUTO_RENEW_OFF -> !dossier.renewsByItself();
			case REQUEST_STATUS -> dossier.instructions()
				.requests()
				.stream()
				.filter((request) -> notice.subject().text().startsWith("REQUEST:" + request.id() + "/"))
				.allMatch(
						(request) -> notice.subject().equals(Subject.ofRequest(request.id(), request.state().name())));
			default -> true;
		};
	}

	private static Optional<Order> ordered(Notice notice, Dossier dossier) {
		return dossier.dealings()
			.orders()
			.stream()
			.filter((order) -> order.number().equals(notice.about().orderNumber()))
			.findFirst();
	}

	private static void ofOrder(Dossier dossier, Order order, LocalDate day, List<Event> events) {
		boolean changed = order.progress().stateIn().equals(day);
		Subject subject = Subject.ofOrder(order.number());
		// Looked for by what is missing, so that an invoice that was late is told when it
		// comes.
		if (order.state() == OrderState.PAID && order.progress().billing().invoiceNumber() != null) {
			events.add(new Event(subject, NoticeCode.RENEWED, order));
		}
		if (changed && order.state() == OrderState.EXPIRED && order.placed().origin() == OrderOrigin.PURCHASE) {
			events.add(new Event(subject, NoticeCode.ORDER_EXPIRED, order));
		}
		boolean invoiced = order.isLive() && order.placed().payBy().method() == PaymentMethod.TRANSFER
				&& order.progress().billing().invoiceNumber() != null;
		if (invoiced) {
			events.add(new Event(subject, NoticeCode.PAYMENT_DUE, order));
			ofPayments(dossier, order, day, events);
		}
		for (Attempt attempt : order.attempts()) {
			boolean declined = attempt.state() == AttemptState.DECLINED_SOFT
					|| attempt.state() == AttemptState.DECLINED_HARD;
			if (declined && day.equals(attempt.settledIn())) {
				events.add(new Event(Subject.ofAttempt(order.merchantReference(attempt.number())),
						NoticeCode.PAYMENT_FAILED, order));
			}
		}
	}

	/** Each part of an invoice that was paid in this night. */
	private static void ofPayments(Dossier dossier, Order order, LocalDate day, List<Event> events) {
		for (Payment payment : dossier.dealings().payments()) {
			if (payment.orderNumber().equals(order.number()) && payment.receivedIn().equals(day)) {
				events.add(new Event(Subject.ofBankEntry(payment.id().substring("BANK:".length())),
						NoticeCode.PAYMENT_DUE, order));
			}
		}
	}

	private static void ofTerm(Dossier dossier, LocalDate day, List<Event> events) {
		if (dossier.subscription().term() == null) {
			return;
		}
		RenewalWindow window = dossier.contract().window();
		if (window != null && day.equals(window.lapsedIn())) {
			events.add(new Event(dossier.termSubject(), NoticeCode.LAPSED, null));
		}
		dossier.instructions()
			.off(dossier.subscription().currentTerm().seq())
			.filter((off) -> off.switchedIn().equals(day) && isAFirstSwitch(off))
			.ifPresent((off) -> events.add(new Event(dossier.termSubject(), NoticeCode.AUTO_RENEW_OFF, null)));
	}

	private static boolean isAFirstSwitch(AutoRenewOff off) {
		return off.cause() == Cause.REQUEST || off.cause() == Cause.CANCELLATION;
	}

	private static Dossier planned(Dossier dossier, Event event, Tonight tonight) {
		if (dossier.notice(event.subject(), event.code()).isPresent()) {
			return dossier;
		}
		Order order = event.order();
		Integer seq = (order != null) ? Integer.valueOf(order.placed().seq())
				: Integer.valueOf(dossier.subscription().nextSeq() - 1);
		return dossier.with(notice(event.subject(), event.code(),
				new Notice.About(dossier.partner().id(), dossier.id(), seq, (order != null) ? order.number() : null),
				tonight));
	}

	private static Notice notice(Subject subject, NoticeCode code, Notice.About about, Tonight tonight) {
		NoticeCode.Days days = new NoticeCode.Days(tonight.date(),
				tonight.date().plusDays(tonight.policy().notice().eventDays()));
		NoticeProgress progress = days.last().isBefore(tonight.today())
				? NoticeProgress.missed("NIGHT_LATE", tonight.date()) : NoticeProgress.planned(tonight.date());
		return new Notice(subject, code, about, days, progress, null);
	}

	/** What happened, to be told. */
	private record Event(Subject subject, NoticeCode code, @Nullable Order order) {

	}

}
