package dev.perennial.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.order.Amounts;
import dev.perennial.order.Order;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The issued documents and their numbers. */
public class Documents {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	public Documents(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
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

	/** Seller and buyer of invoices, by number: what a credit note repeats. */
	public Map<String, Parties> parties(Collection<String> numbers) {
		return this.jdbc.sql("""
				SELECT number, seller_name, seller_vat_id, seller_country, seller_address, buyer_name, buyer_vat_id,
				       buyer_country, buyer_address
				  FROM document
				 WHERE number IN (:numbers)
				""")
			.param("numbers", numbers)
			.query((row, n) -> Map.entry(row.getString(1),
					new Parties(new Party(row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
							new Party(row.getString(6), row.getString(7), row.getString(8), row.getString(9)))))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Issues documents: from here on they never change. */
	public void issue(List<Document> documents) {
		this.batches.batchUpdate(
				"""
						INSERT INTO document (number, series, series_number, type, issue_date, due_date, order_number, subscription_id,
						       seq, corrects_number, payment_method, currency, net, tax, gross, tax_treatment, offer, term_starts_on,
						       term_ends_on, partner_id, buyer_name, buyer_vat_id, buyer_country, buyer_address, seller_name,
						       seller_vat_id, seller_country, seller_address, mention, content_sha256)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				documents.stream().map(Documents::row).toList());
		this.batches.batchUpdate("""
				INSERT INTO document_line (number, line, description, quantity, unit_net, net, tax_rate, tax)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)
				""", documents.stream().flatMap((document) -> lines(document).stream()).toList());
	}

	/** Begins to keep the money of invoices that were issued. */
	public void begin(List<Document> invoices) {
		this.batches.batchUpdate(
				"INSERT INTO document_status (number, subscription_id, seq, gross) VALUES (?, ?, ?, ?)",
				invoices.stream()
					.map((invoice) -> new Object[] { invoice.number(), invoice.order().placed().subscriptionId(),
							invoice.order().placed().seq(), invoice.amounts().gross().units() })
					.toList());
	}

	/** Credits invoices in full. */
	public void credit(List<Document> creditNotes) {
		this.batches.batchUpdate("UPDATE document_status SET credited = credited + ? WHERE number = ?",
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

	/** Who sold and who bought. */
	public record Parties(Party seller, Party buyer) {

	}

}
