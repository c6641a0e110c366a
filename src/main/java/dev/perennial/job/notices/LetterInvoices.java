package dev.perennial.job.notices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.mail.text.MailInvoice;
import dev.perennial.mail.text.MailInvoice.Line;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Period;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;
import dev.perennial.money.Money;
import dev.perennial.order.Order;
import dev.perennial.order.OrderMoney;
import dev.perennial.order.Quote;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The invoices of orders, as letters show them. */
class LetterInvoices {

	private final JdbcClient jdbc;

	private final OrderMoney money;

	LetterInvoices(JdbcClient jdbc, OrderMoney money) {
		this.jdbc = jdbc;
		this.money = money;
	}

	/**
	 * Reads the invoices of orders.
	 * @return by their numbers
	 */
	Map<String, MailInvoice> of(Collection<Order> orders) {
		Map<String, Order> sales = new HashMap<>();
		for (Order order : orders) {
			String number = order.progress().billing().invoiceNumber();
			if (number != null) {
				sales.put(number, order);
			}
		}
		return sales.isEmpty() ? Map.of() : read(sales);
	}

	private Map<String, MailInvoice> read(Map<String, Order> sales) {
		Map<String, Quote> quotes = this.money.quotesOf(sales.values().stream().map(Order::number).toList());
		Map<String, MailInvoice> invoices = new HashMap<>();
		this.jdbc.sql("""
				SELECT d.*, l.description, l.quantity, l.unit_net, l.net AS line_net, l.tax_rate
				  FROM document d FORCE INDEX (PRIMARY)
				  STRAIGHT_JOIN document_line l FORCE INDEX (PRIMARY) ON l.number = d.number
				 WHERE d.number IN (:numbers)
				 ORDER BY l.number, l.line
				""").param("numbers", sales.keySet()).query((row, n) -> {
			String number = row.getString("number");
			return invoices.merge(number, invoice(row, announcedTax(sales.get(number), quotes)),
					LetterInvoices::withLineOf);
		}).list();
		return invoices;
	}

	/** The tax that the partner was told, where another one was decided (rules 5.4). */
	private static @Nullable Money announcedTax(@Nullable Order order, Map<String, Quote> quotes) {
		Quote quote = (order != null) ? quotes.get(order.number()) : null;
		return (order != null && quote != null && quote.isTaxedOtherwise(order)) ? quote.amounts().tax() : null;
	}

	private static MailInvoice withLineOf(MailInvoice invoice, MailInvoice same) {
		List<Line> lines = new ArrayList<>(invoice.lines());
		lines.addAll(same.lines());
		return new MailInvoice(invoice.number(), invoice.issuedOn(), invoice.seller(), invoice.buyer(),
				invoice.supply(), lines, invoice.totals());
	}

	private static MailInvoice invoice(ResultSet row, @Nullable Money announcedTax) throws SQLException {
		Line line = new Line(row.getString("description"), row.getInt("quantity"), money(row, "unit_net"),
				money(row, "line_net"));
		Price price = new Price(money(row, "net"), money(row, "tax"), money(row, "gross"));
		Rate rate = new Rate(BigDecimal.valueOf(row.getInt("tax_rate"), 4), price.net(), price.tax());
		return new MailInvoice(row.getString("number"), row.getObject("issue_date", LocalDate.class),
				party(row, "seller"), party(row, "buyer"),
				new Period(row.getObject("term_starts_on", LocalDate.class),
						row.getObject("term_ends_on", LocalDate.class)),
				List.of(line),
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
