package dev.perennial.job.outbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

import dev.perennial.csv.Row;
import dev.perennial.csv.Sheet;
import dev.perennial.money.Money;
import dev.perennial.tax.TaxRate;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The files of a night, each a function of rows that do not change once its jobs are
 * done.
 */
class NightSheets {

	private final JdbcTemplate streams;

	private final LocalDate date;

	/**
	 * @param streams reads row by row
	 */
	NightSheets(JdbcTemplate streams, LocalDate date) {
		this.streams = streams;
		this.date = date;
	}

	List<Sheet> all() {
		return List.of(invoices(), invoiceLines(), renewals(), windows(), notices(), requests(), bank());
	}

	private Sheet invoices() {
		return new Sheet("invoices.csv",
				List.of("number", "type", "issue_date", "due_date", "partner_id", "partner_name", "partner_vat_id",
						"country", "currency", "net", "tax", "gross", "tax_treatment", "subscription_id", "offer",
						"term_starts_on", "term_ends_on", "payment_method", "payment_status", "corrects_number"),
				() -> rows(NightSql.INVOICES, (row, n) -> {
					Cells cells = new Cells(row);
					return cells
						.texts("number", "type", "issue_date", "due_date", "partner_id", "buyer_name", "buyer_vat_id",
								"buyer_country", "currency")
						.amounts("net", "tax", "gross")
						.texts("tax_treatment", "subscription_id", "offer", "term_starts_on", "term_ends_on",
								"payment_method", "payment_status", "corrects_number")
						.list();
				}, 1), NightSheets::signedGross);
	}

	private Sheet invoiceLines() {
		return Sheet.of("invoice-lines.csv",
				List.of("number", "line", "description", "quantity", "unit_net", "net", "tax_rate", "tax"),
				() -> rows(NightSql.INVOICE_LINES,
						(row, n) -> new Cells(row).texts("number", "line", "description", "quantity")
							.amounts("unit_net", "net")
							.text(new TaxRate(row.getInt("tax_rate")).percent())
							.amounts("tax")
							.list(),
						1));
	}

	private Sheet renewals() {
		return Sheet.of("renewals.csv",
				List.of("subscription_id", "partner_id", "origin", "term_starts_on", "term_ends_on", "outcome",
						"reason", "order_number", "charged", "currency"),
				() -> rows(NightSql.RENEWALS,
						(row, n) -> new Cells(row)
							.texts("subscription_id", "partner_id", "origin", "starts_on", "ends_on", "outcome",
									"reason", "order_number")
							.amounts("charged")
							.texts("currency")
							.list(),
						1));
	}

	private Sheet windows() {
		return Sheet.of("windows.csv",
				List.of("subscription_id", "partner_id", "expired_on", "opens_on", "closes_on", "benefits_until",
						"event"),
				() -> rows(NightSql.WINDOWS,
						(row, n) -> new Cells(row)
							.texts("subscription_id", "partner_id", "expired_on", "opens_on", "closes_on",
									"benefits_until", "event")
							.list(),
						2));
	}

	private Sheet notices() {
		return Sheet.of("notices.csv",
				List.of("subscription_id", "partner_id", "code", "target_on", "state", "reason", "notice_id",
						"message_id"),
				() -> rows(NightSql.NOTICES,
						(row, n) -> new Cells(row)
							.texts("subscription_id", "partner_id", "code", "target_on", "state", "reason", "notice_id",
									"message_id")
							.list(),
						1));
	}

	private Sheet requests() {
		return Sheet
			.of("requests.csv",
					List.of("request_id", "type", "subscription_id", "partner_id", "result", "reason", "date"),
					() -> rows(NightSql.REQUESTS, (row, n) -> new Cells(row)
						.texts("request_id", "type", "subscription_id", "partner_id", "result", "reason", "answer_date")
						.list(), 1));
	}

	private Sheet bank() {
		return Sheet.of("bank.csv",
				List.of("entry_id", "booked_on", "amount", "currency", "reference", "result", "invoice_number",
						"credited"),
				() -> rows(NightSql.BANK,
						(row, n) -> new Cells(row).texts("entry_id", "booked_on")
							.amounts("amount")
							.texts("currency", "reference", "result", "invoice_number")
							.amounts("credited")
							.list(),
						1));
	}

	private Stream<List<String>> rows(String sql, RowMapper<List<String>> mapper, int dates) {
		Object[] parameters = new Object[dates];
		Arrays.fill(parameters, this.date);
		return this.streams.queryForStream(sql, mapper, parameters);
	}

	/** Credit notes count negative in the control totals (rules 9.5). */
	private static @Nullable Money signedGross(Row row) {
		Money gross = Money.parse(row.get("gross"), Currency.getInstance(row.get("currency")));
		return row.get("type").equals("CREDIT_NOTE") ? gross.negated() : gross;
	}

}
