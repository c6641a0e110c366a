package dev.perennial.job.notices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.mail.text.MailFacts;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.mail.text.MailFacts.Request;
import dev.perennial.mail.text.MailInvoice;
import dev.perennial.mail.text.MailInvoice.Line;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Period;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;
import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.order.Order;
import dev.perennial.order.OrderMoney;
import dev.perennial.order.Quote;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What letters say of rows that stand beside a subscription: invoices, credit notes,
 * requests.
 */
class LetterRows {

	private final JdbcClient jdbc;

	private final OrderMoney money;

	LetterRows(JdbcClient jdbc, OrderMoney money) {
		this.jdbc = jdbc;
		this.money = money;
	}

	Stream<Matter> ofOrder(Notice notice, Order order) {
		return switch (notice.code()) {
			case RENEWED, PAYMENT_DUE -> invoice(order).stream();
			case ORDER_EXPIRED -> Stream
				.of(new MailFacts.Order(order.number(), order.placed().orderedOn(), creditNote(order).orElse(null)));
			default -> Stream.empty();
		};
	}

	/** The request that a notice is about: as it was filed, or refused. */
	Optional<Matter> ofRequest(Notice notice) {
		if (notice.code() != NoticeCode.REQUEST_STATUS) {
			return Optional.empty();
		}
		String[] subject = notice.subject().text().substring("REQUEST:".length()).split("/");
		return this.jdbc.sql("""
				SELECT r.type, r.reason, r.answer_date, s.kind
				  FROM request r
				  LEFT JOIN support_request s ON s.request_id = r.request_id
				 WHERE r.counted_id = :id
				""")
			.param("id", subject[0])
			.query((row,
					number) -> (Matter) new Request(subject[0],
							(row.getString("kind") != null) ? row.getString("kind") : row.getString("type"), subject[1],
							row.getString("reason"), row.getObject("answer_date", LocalDate.class)))
			.optional();
	}

	private Optional<String> creditNote(Order order) {
		return this.jdbc.sql("SELECT number FROM document WHERE order_number = :order AND type = 'CREDIT_NOTE'")
			.param("order", order.number())
			.query(String.class)
			.optional();
	}

	private Optional<Matter> invoice(Order order) {
		String number = order.progress().billing().invoiceNumber();
		if (number == null) {
			return Optional.empty();
		}
		List<Line> lines = this.jdbc.sql("""
				SELECT l.description, l.quantity, l.unit_net, l.net, d.currency
				  FROM document_line l JOIN document d ON d.number = l.number
				 WHERE l.number = :number
				 ORDER BY l.line
				""")
			.param("number", number)
			.query((row, n) -> new Line(row.getString("description"), row.getInt("quantity"), money(row, "unit_net"),
					money(row, "net")))
			.list();
		return this.jdbc
			.sql("SELECT d.*, l.tax_rate FROM document d JOIN document_line l "
					+ "ON l.number = d.number AND l.line = 1 WHERE d.number = :number")
			.param("number", number)
			.query((row, n) -> (Matter) invoice(row, lines, announcedTax(order)))
			.optional();
	}

	/** The tax that the partner was told, where another one was decided (rules 5.4). */
	private @Nullable Money announcedTax(Order order) {
		Quote quote = this.money.quotesOf(List.of(order.number())).get(order.number());
		return (quote != null && quote.isTaxedOtherwise(order)) ? quote.amounts().tax() : null;
	}

	private static MailInvoice invoice(ResultSet row, List<Line> lines, @Nullable Money announcedTax)
			throws SQLException {
		Price price = new Price(money(row, "net"), money(row, "tax"), money(row, "gross"));
		Rate rate = new Rate(BigDecimal.valueOf(row.getInt("tax_rate"), 4), price.net(), price.tax());
		return new MailInvoice(row.getString("number"), row.getObject("issue_date", LocalDate.class),
				party(row, "seller"), party(row, "buyer"),
				new Period(row.getObject("term_starts_on", LocalDate.class),
						row.getObject("term_ends_on", LocalDate.class)),
				lines,
				new Totals(price, List.of(rate), Treatment.valueOf(row.getString("tax_treatment")), announcedTax));
	}

	private static Party party(ResultSet row, String side) throws SQLException {
		String vatId = row.getString(side + "_vat_id");
		return new Party(row.getString(side + "_name"),
				row.getString(side + "_address") + ", " + row.getString(side + "_country"),
				vatId.isEmpty() ? null : vatId);
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		return Money.of(row.getLong(column), row.getString("currency"));
	}

}
