package dev.perennial.mail.text;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.perennial.mail.text.MailFacts.Attempt;
import dev.perennial.mail.text.MailFacts.Membership;
import dev.perennial.mail.text.MailFacts.Order;
import dev.perennial.mail.text.MailFacts.Payment;
import dev.perennial.mail.text.MailFacts.Renewal;
import dev.perennial.mail.text.MailFacts.Request;
import dev.perennial.mail.text.MailFacts.Window;

import static java.util.Map.entry;

/**
 * What each notice says, and in which order (rules 8.1).
 */
final class Letters {

	private static final Map<String, Consumer<Draft>> BY_CODE = Map.ofEntries(
			entry("RENEWAL_NOTICE", Letters::renewalAhead), entry("RENEWAL_NOTICE_LATE", Letters::renewalAhead),
			entry("PRICE_CHANGE", Letters::renewalAhead), entry("RENEWAL_REMINDER", Letters::renewalAhead),
			entry("CARD_EXPIRES", Letters::cardExpires), entry("EXPIRY_NOTICE", Letters::expiry),
			entry("EXPIRY_NOTICE_2", Letters::expiry), entry("EXPIRY_NOTICE_3", Letters::expiry),
			entry("WINDOW_OPEN", Letters::window), entry("WINDOW_HALF", Letters::window),
			entry("WINDOW_LAST", Letters::window), entry("RENEWED", Letters::renewed),
			entry("PAYMENT_DUE", Letters::paymentDue), entry("PAYMENT_FAILED", Letters::paymentFailed),
			entry("LAPSED", Letters::lapsed), entry("ORDER_EXPIRED", Letters::orderExpired),
			entry("AUTO_RENEW_OFF", Letters::autoRenewOff), entry("REQUEST_STATUS", Letters::requestStatus));

	private Letters() {
	}

	static Set<String> codes() {
		return BY_CODE.keySet();
	}

	static void write(String code, Draft draft) {
		Consumer<Draft> letter = BY_CODE.get(code);
		if (letter == null) {
			throw new IllegalArgumentException("There is no mail for the notice code '%s'".formatted(code));
		}
		letter.accept(draft);
	}

	private static void renewalAhead(Draft draft) {
		Renewal renewal = draft.need(Renewal.class);
		draft.open(draft.membership().offer(), renewal.on(), renewal.price().gross());
		renewalTable(draft, renewal);
		draft.say("method." + renewal.method(), renewal.on(), renewal.price().gross());
		switchOff(draft, renewal);
	}

	private static void cardExpires(Draft draft) {
		Renewal renewal = draft.need(Renewal.class);
		draft.open(draft.membership().offer(), draft.need(renewal.cardExpires(), "Renewal.cardExpires"), renewal.on());
		renewalTable(draft, renewal);
		draft.say("new-card", draft.facts().seller().email(), draft.membership().subscriptionId());
		switchOff(draft, renewal);
	}

	private static void renewalTable(Draft draft, Renewal renewal) {
		Membership membership = draft.membership();
		draft.table(null)
			.row("membership", membership.offer())
			.row("subscription", membership.subscriptionId())
			.row("term-ends", membership.endsOn())
			.row("renewal-day", renewal.on())
			.row("amount", renewal.price().gross())
			.row("tax-included", renewal.price().tax())
			.row("new-price", renewal.price().net())
			.row("old-price", renewal.oldNet())
			.row("payment-method", draft.word("method-name." + renewal.method()));
	}

	private static void switchOff(Draft draft, Renewal renewal) {
		draft.say("switch-off", draft.facts().seller().email(), renewal.on().minusDays(1),
				draft.membership().subscriptionId());
	}

	private static void expiry(Draft draft) {
		draft.open(draft.membership().offer(), draft.membership().endsOn());
		howToRenew(draft, draft.need(Window.class));
	}

	private static void window(Draft draft) {
		Window window = draft.need(Window.class);
		draft.open(draft.membership().offer(), draft.membership().endsOn(), window.closesOn());
		howToRenew(draft, window);
	}

	private static void howToRenew(Draft draft, Window window) {
		draft.table(null)
			.row("membership", draft.membership().offer())
			.row("subscription", draft.membership().subscriptionId())
			.row("last-day", draft.membership().endsOn())
			.row("window-opens", window.opensOn())
			.row("window-closes", window.closesOn())
			.row("benefits-until", window.benefitsUntil());
		draft.say("how-to-renew", draft.facts().seller().email(), window.opensOn(), window.closesOn(),
				draft.membership().subscriptionId());
	}

	private static void renewed(Draft draft) {
		MailInvoice invoice = draft.need(MailInvoice.class);
		draft.open(draft.membership().offer(), invoice.supply().from(), invoice.supply().to(),
				invoice.totals().price().gross());
		InvoiceTable.add(draft, invoice);
	}

	private static void paymentDue(Draft draft) {
		Payment payment = draft.need(Payment.class);
		draft.open(draft.membership().offer(), payment.open(), payment.dueOn(), payment.reference());
		if (payment.paid() != null && payment.paid().isPositive()) {
			draft.say("partly-paid", payment.paid(), payment.open());
		}
		draft.table(null)
			.row("open-amount", payment.open())
			.row("due", payment.dueOn())
			.row("reference", payment.reference())
			.row("account", payment.account());
		InvoiceTable.add(draft, draft.need(MailInvoice.class));
	}

	private static void paymentFailed(Draft draft) {
		Attempt attempt = draft.need(Attempt.class);
		draft.open(draft.membership().offer(), attempt.amount());
		if (attempt.nextOn() != null) {
			draft.say("next-try", attempt.nextOn());
		}
		else {
			draft.say("no-next-try");
		}
		draft.say("new-card", draft.facts().seller().email(), draft.membership().subscriptionId());
		Window window = draft.facts().find(Window.class);
		if (window != null) {
			draft.say("pay-until", window.closesOn());
		}
	}

	private static void lapsed(Draft draft) {
		Window window = draft.need(Window.class);
		draft.open(draft.membership().offer(), draft.membership().endsOn(), window.closesOn());
		draft.say("buy-again", draft.facts().seller().email());
	}

	private static void orderExpired(Draft draft) {
		Order order = draft.need(Order.class);
		draft.open(draft.membership().offer(), order.number(), order.placedOn());
		if (order.creditNote() != null) {
			draft.say("credited", order.creditNote());
		}
		draft.say("buy-again", draft.facts().seller().email());
	}

	private static void autoRenewOff(Draft draft) {
		draft.open(draft.membership().offer(), draft.membership().endsOn());
		howToRenew(draft, draft.need(Window.class));
	}

	private static void requestStatus(Draft draft) {
		Request request = draft.need(Request.class);
		draft.open(request.id());
		draft.say((request.type().equals("LATE_OFF") ? "late-off." : "request.") + request.state());
		draft.table(null)
			.row("request", request.id())
			.row("request-type", draft.word("type." + request.type()))
			.row("subscription",
					(draft.facts().membership() != null) ? draft.facts().membership().subscriptionId() : null)
			.row("state", draft.word("state." + request.state()))
			.row("reason", (request.reason() != null) ? draft.word("reason." + request.reason()) : null)
			.row("possible-from", request.possibleFrom());
		draft.say("questions", draft.facts().seller().email());
	}

}
