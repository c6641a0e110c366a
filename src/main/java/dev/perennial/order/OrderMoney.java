package dev.perennial.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.order.PartnerCredit.Reason;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.rows.Rows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money of orders: quotes, payments, and what is owed to partners. */
public class OrderMoney {

	private final JdbcClient jdbc;

	private final Rows rows;

	public OrderMoney(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The quotes of the terms that would follow, by subscription. */
	public Map<String, Quote> quotes(Collection<String> subscriptionIds) {
		return this.jdbc.sql("""
				SELECT q.*
				  FROM subscription s
				  STRAIGHT_JOIN quote q FORCE INDEX (PRIMARY)
				       ON q.subscription_id = s.subscription_id AND q.seq = s.term_seq + 1
				 WHERE s.subscription_id IN (:ids)
				""")
			.param("ids", subscriptionIds)
			.query((row, number) -> Map.entry(row.getString("subscription_id"), quote(row)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** What was announced for the terms of orders, by order number. */
	public Map<String, Quote> quotesOf(Collection<String> orderNumbers) {
		return this.jdbc.sql("""
				SELECT o.order_number, q.*
				  FROM renewal_order o FORCE INDEX (PRIMARY)
				  STRAIGHT_JOIN quote q FORCE INDEX (PRIMARY) ON q.subscription_id = o.subscription_id AND q.seq = o.seq
				 WHERE o.order_number IN (:numbers)
				""")
			.param("numbers", orderNumbers)
			.query((row, number) -> Map.entry(row.getString("order_number"), quote(row)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The payments of orders, by order number. */
	public Map<String, List<Payment>> paymentsOf(Collection<String> orderNumbers) {
		if (orderNumbers.isEmpty()) {
			return Map.of();
		}
		return this.jdbc
			.sql("SELECT * FROM payment FORCE INDEX (of_order) WHERE order_number IN (:numbers) ORDER BY payment_id")
			.param("numbers", orderNumbers)
			.query((row, number) -> payment(row))
			.stream()
			.collect(Collectors.groupingBy(Payment::orderNumber));
	}

	public void quote(List<Map.Entry<String, Quote>> quotes) {
		this.rows.insert(
				"""
						INSERT INTO quote (subscription_id, seq, price_day, quoted_in, currency, net, tax_rate, tax, gross, tax_treatment)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				quotes.stream().map((entry) -> {
					Quote quote = entry.getValue();
					Amounts amounts = quote.amounts();
					return new Object[] { entry.getKey(), quote.seq(), quote.priceDay(), quote.quotedIn(),
							amounts.net().currency().getCurrencyCode(), amounts.net().units(),
							amounts.rate().basisPoints(), amounts.tax().units(), amounts.gross().units(),
							amounts.treatment().name() };
				}).toList());
	}

	public void receive(List<Payment> payments) {
		this.rows.insert(
				"INSERT INTO payment (payment_id, kind, order_number, amount, currency, received_in) VALUES (?, ?, ?, ?, ?, ?)",
				payments.stream()
					.map((payment) -> new Object[] { payment.id(), payment.isByCard() ? "CARD" : "BANK",
							payment.orderNumber(), payment.amount().units(),
							payment.amount().currency().getCurrencyCode(), payment.receivedIn() })
					.toList());
	}

	/**
	 * Owes money to partners: a refund of a card goes back to it, all else becomes
	 * credit.
	 */
	public void owe(List<Map.Entry<String, PartnerCredit>> byPartner, LocalDate date) {
		// What is paid back as a whole is no overpayment any more.
		this.rows.each("DELETE FROM partner_credit WHERE payment_id = ? AND reason = 'OVERPAID'",
				byPartner.stream()
					.map(Map.Entry::getValue)
					.filter((credit) -> credit.reason() == Reason.REFUND)
					.map((credit) -> new Object[] { credit.paymentId() })
					.toList());
		this.rows.insert("""
				INSERT INTO partner_credit (payment_id, partner_id, amount, currency, reason, created_in)
				VALUES (?, ?, ?, ?, ?, ?)
				""",
				byPartner.stream()
					.filter((entry) -> !goesBackToACard(entry.getValue()))
					.map((entry) -> new Object[] { entry.getValue().paymentId(), entry.getKey(),
							entry.getValue().amount().units(), entry.getValue().amount().currency().getCurrencyCode(),
							entry.getValue().reason().name(), date })
					.toList());
		this.rows.insert(
				"INSERT INTO refund (payment_id, amount, currency, state, planned_in) VALUES (?, ?, ?, 'PLANNED', ?)",
				byPartner.stream()
					.map(Map.Entry::getValue)
					.filter(OrderMoney::goesBackToACard)
					.map((credit) -> new Object[] { credit.paymentId(), credit.amount().units(),
							credit.amount().currency().getCurrencyCode(), date })
					.toList());
	}

	private static Quote quote(ResultSet row) throws SQLException {
		return new Quote(row.getInt("seq"), row.getObject("price_day", LocalDate.class),
				row.getObject("quoted_in", LocalDate.class),
				new Amounts(Money.of(row.getLong("net"), row.getString("currency")),
						TaxTreatment.valueOf(row.getString("tax_treatment")), new TaxRate(row.getInt("tax_rate"))));
	}

	private static Payment payment(ResultSet row) throws SQLException {
		return new Payment(row.getString("payment_id"), row.getString("order_number"),
				Money.of(row.getLong("amount"), row.getString("currency")),
				row.getObject("received_in", LocalDate.class));
	}

	private static boolean goesBackToACard(PartnerCredit credit) {
		return credit.reason() == Reason.REFUND && credit.paymentId().startsWith("CARD:");
	}

}
