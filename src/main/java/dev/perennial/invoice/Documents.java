package dev.perennial.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.perennial.money.Money;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.rows.Rows;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The issued documents and their numbers. */
public class Documents {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Documents(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/**
	 * Reserves a block of numbers for the documents of a night, in the transaction that
	 * closes their plan (rules 9.2).
	 */
	public void reserve(DocumentType type, LocalDate issueDate, long documents) {
		String series = type.series(issueDate);
		this.jdbc
			.sql("INSERT INTO document_series (series, next_number) VALUES (:series, 1) "
					+ "ON DUPLICATE KEY UPDATE series = series")
			.param("series", series)
			.update();
		this.jdbc.sql("""
				INSERT INTO document_block (business_date, series, first_number, documents)
				SELECT :date, series, next_number, :documents FROM document_series WHERE series = :series
				""").param("date", issueDate).param("documents", documents).param("series", series).update();
		this.jdbc.sql("UPDATE document_series SET next_number = next_number + :documents WHERE series = :series")
			.param("documents", documents)
			.param("series", series)
			.update();
	}

	/** The first number of the block of a night. */
	public long firstNumber(DocumentType type, LocalDate issueDate) {
		return this.jdbc.sql("SELECT first_number FROM document_block WHERE business_date = :date AND series = :series")
			.param("date", issueDate)
			.param("series", type.series(issueDate))
			.query(Long.class)
			.single();
	}

	/** What invoices say, by number, so that a credit note repeats it (rules 9.3). */
	public Map<String, Invoiced> invoiced(Collection<String> numbers) {
		Map<String, Invoiced> invoiced = new HashMap<>();
		this.jdbc.sql("""
				SELECT d.*, l.description, l.quantity, l.unit_net, l.tax_rate
				  FROM document d JOIN document_line l ON l.number = d.number
				 WHERE d.number IN (:numbers)
				 ORDER BY l.number, l.line
				""").param("numbers", numbers).query((row, n) -> {
			Invoiced one = invoiced(row);
			return invoiced.merge(one.number(), one, Invoiced::and);
		}).list();
		return invoiced;
	}

	private static Invoiced invoiced(ResultSet row) throws SQLException {
		Amounts amounts = new Amounts(Money.of(row.getLong("unit_net"), row.getString("currency")),
				TaxTreatment.valueOf(row.getString("tax_treatment")), new TaxRate(row.getInt("tax_rate")));
		return new Invoiced(row.getString("number"), row.getString("offer"),
				new Document.Parties(party(row, "seller"), party(row, "buyer"), row.getString("partner_id")),
				List.of(new Document.Line(row.getString("description"), row.getInt("quantity"), amounts)));
	}

	private static Party party(ResultSet row, String who) throws SQLException {
		return new Party(row.getString(who + "_name"), row.getString(who + "_vat_id"), row.getString(who + "_country"),
				row.getString(who + "_address"));
	}

	/**
	 * Issues documents: from here on they never change, and their orders owe none any
	 * more.
	 */
	public void issue(List<Document> documents) {
		this.rows.insert(
				"""
						INSERT INTO document (number, series, series_number, type, issue_date, due_date, order_number, subscription_id,
						       seq, corrects_number, payment_method, currency, net, tax, gross, tax_treatment, offer, term_starts_on,
						       term_ends_on, partner_id, buyer_name, buyer_vat_id, buyer_country, buyer_address, seller_name,
						       seller_vat_id, seller_country, seller_address, mention, content_sha256)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				documents.stream().map(Documents::row).toList());
		this.rows.insert("""
				INSERT INTO document_line (number, line, description, quantity, unit_net, net, tax_rate, tax)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)
				""", documents.stream().flatMap((document) -> lines(document).stream()).toList());
		mark(documents.stream().map(Document::number).toList());
	}

	/** An order bears the number of its invoice, also when that is corrected. */
	private void mark(List<String> numbers) {
		if (numbers.isEmpty()) {
			return;
		}
		int marked = this.jdbc.sql("""
				UPDATE document d FORCE INDEX (PRIMARY)
				  STRAIGHT_JOIN renewal_order o FORCE INDEX (PRIMARY) ON o.order_number = d.order_number
				   SET o.invoice_number = COALESCE(d.corrects_number, d.number), o.document_due = NULL
				 WHERE d.number IN (:numbers)
				""").param("numbers", numbers).update();
		if (marked != numbers.size()) {
			throw new IllegalStateException("%d documents for %d orders".formatted(numbers.size(), marked));
		}
	}

	/** Begins to keep the money of invoices that were issued. */
	public void begin(List<Document> invoices) {
		this.rows.insert("INSERT INTO document_status (number, subscription_id, seq, gross) VALUES (?, ?, ?, ?)",
				invoices.stream()
					.map((invoice) -> new Object[] { invoice.number(), invoice.order().placed().subscriptionId(),
							invoice.order().placed().seq(), invoice.amounts().gross().units() })
					.toList());
	}

	/** Credits invoices in full. */
	public void credit(List<Document> creditNotes) {
		this.rows.update("UPDATE document_status SET credited = credited + ? WHERE number IN (:keys)",
				creditNotes.stream()
					.map((note) -> new Object[] { note.amounts().gross().units(),
							String.valueOf(note.texts().correctsNumber()) })
					.toList());
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	private static Object[] row(Document document) {
		Order.Placed placed = document.order().placed();
		Amounts amounts = document.amounts();
		Party buyer = document.parties().buyer();
		Party seller = document.parties().seller();
		return new Object[] { document.number(), document.name().series(), document.name().number(),
				document.name().type().name(), document.dates().issueDate(), document.dates().dueDate(),
				document.order().number(), placed.subscriptionId(), placed.seq(), document.texts().correctsNumber(),
				placed.payBy().method().name(), amounts.net().currency().getCurrencyCode(), amounts.net().units(),
				amounts.tax().units(), amounts.gross().units(), amounts.treatment().name(), document.texts().offer(),
				placed.term().dates().startsOn(), placed.term().dates().endsOn(), document.parties().partnerId(),
				buyer.name(), buyer.vatId(), buyer.country(), buyer.address(), seller.name(), seller.vatId(),
				seller.country(), seller.address(), document.texts().mention(), document.contentSha256() };
	}

	private static List<Object[]> lines(Document document) {
		List<Object[]> rows = new ArrayList<>();
		for (Document.Line line : document.lines()) {
			rows.add(new Object[] { document.number(), rows.size() + 1, line.description(), line.quantity(),
					line.amounts().net().units(), line.amounts().net().units() * line.quantity(),
					line.amounts().rate().basisPoints(), line.amounts().tax().units() });
		}
		return rows;
	}

}
