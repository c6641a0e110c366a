package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.job.notices.FactsAhead.Facts;
import dev.perennial.mail.text.MailFacts;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Request;
import dev.perennial.mail.text.MailInvoice;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.order.Order;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What letters say of rows that stand beside a subscription, read for many letters at
 * once: invoices, credit notes, requests.
 */
class LetterRows {

	private final JdbcClient jdbc;

	private final LetterInvoices invoices;

	LetterRows(JdbcClient jdbc, LetterInvoices invoices) {
		this.jdbc = jdbc;
		this.invoices = invoices;
	}

	/**
	 * What the letter of each notice says of such a row. Where that is missing there is
	 * nothing, so that only the letter that cannot do without it fails.
	 * @param facts by notice id
	 * @return by notice id
	 */
	Map<String, Matter> of(Map<String, Facts> facts) {
		Collection<Facts> all = facts.values();
		Map<String, MailInvoice> sold = this.invoices.of(orders(all, NoticeCode.RENEWED, NoticeCode.PAYMENT_DUE));
		Map<String, String> creditNotes = creditNotes(orders(all, NoticeCode.ORDER_EXPIRED));
		Map<String, Request> requests = requests(all);
		Map<String, Matter> matters = new HashMap<>();
		facts.forEach((id, one) -> {
			Matter matter = switch (one.notice().code()) {
				case RENEWED, PAYMENT_DUE ->
					one.order().map((order) -> order.progress().billing().invoiceNumber()).map(sold::get).orElse(null);
				case ORDER_EXPIRED -> one.order().map((order) -> expired(order, creditNotes)).orElse(null);
				case REQUEST_STATUS -> request(one.notice(), requests);
				default -> null;
			};
			if (matter != null) {
				matters.put(id, matter);
			}
		});
		return matters;
	}

	/** The orders that the notices of some codes are about. */
	private static List<Order> orders(Collection<Facts> facts, NoticeCode... codes) {
		return of(facts, codes).flatMap((one) -> one.order().stream()).toList();
	}

	private static Stream<Facts> of(Collection<Facts> facts, NoticeCode... codes) {
		return facts.stream().filter((one) -> List.of(codes).contains(one.notice().code()));
	}

	private static MailFacts.Order expired(Order order, Map<String, String> creditNotes) {
		return new MailFacts.Order(order.number(), order.placed().orderedOn(), creditNotes.get(order.number()));
	}

	private Map<String, String> creditNotes(List<Order> orders) {
		if (orders.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				SELECT order_number, number
				  FROM document FORCE INDEX (of_order)
				 WHERE order_number IN (:orders) AND type = 'CREDIT_NOTE'
				""")
			.param("orders", orders.stream().map(Order::number).toList())
			.query((row, n) -> Map.entry(row.getString("order_number"), row.getString("number")))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** As the notice tells it: in the state that it had then. */
	private static @Nullable Request request(Notice notice, Map<String, Request> requests) {
		String[] subject = subject(notice);
		Request asked = requests.get(subject[0]);
		return (asked != null) ? new Request(asked.id(), asked.type(), subject[1], asked.reason(), asked.possibleFrom())
				: null;
	}

	/** Requests as they were filed, or refused, by their ids. */
	private Map<String, Request> requests(Collection<Facts> facts) {
		Set<String> ids = of(facts, NoticeCode.REQUEST_STATUS).map((one) -> subject(one.notice())[0])
			.collect(Collectors.toSet());
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				SELECT r.request_id, COALESCE(s.kind, r.type) AS type, r.reason, r.answer_date
				  FROM request r FORCE INDEX (a_request_counts_once)
				  LEFT JOIN support_request s ON s.request_id = r.request_id
				 WHERE r.counted_id IN (:ids)
				""")
			.param("ids", ids)
			.query((row, n) -> new Request(row.getString("request_id"), row.getString("type"), "",
					row.getString("reason"), row.getObject("answer_date", LocalDate.class)))
			.stream()
			.collect(Collectors.toMap(Request::id, Function.identity()));
	}

	/** The id and the state that a notice of a request names. */
	private static String[] subject(Notice notice) {
		return notice.subject().text().substring("REQUEST:".length()).split("/");
	}

}
