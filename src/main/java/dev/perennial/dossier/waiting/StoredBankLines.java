package dev.perennial.dossier.waiting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.renewal.BankMatching;
import dev.perennial.renewal.BankMatching.BankEntry;
import dev.perennial.renewal.BankMatching.Matched;
import dev.perennial.renewal.BankMatching.Result;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored lines of bank statements. */
public class StoredBankLines {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	public StoredBankLines(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
	}

	/** Lines in the order in which they are matched. */
	public List<StoredLine> read(Collection<String> rowKeys) {
		return this.jdbc.sql("""
				SELECT row_key, entry_id, amount, currency, reference
				  FROM bank_line
				 WHERE row_key IN (:keys) AND read_in IS NULL
				 ORDER BY row_key
				""")
			.param("keys", rowKeys)
			.query((row, number) -> new StoredLine(row.getString(1),
					new BankEntry(row.getString(2), Money.of(row.getLong(3), row.getString(4))),
					BankMatching.invoiceNumber(row.getString(5))))
			.list();
	}

	/** The entry ids among some that were read before. */
	public Set<String> counted(Collection<String> entryIds) {
		if (entryIds.isEmpty()) {
			return new HashSet<>();
		}
		return new HashSet<>(this.jdbc.sql("SELECT counted_id FROM bank_line WHERE counted_id IN (:ids)")
			.param("ids", entryIds)
			.query(String.class)
			.list());
	}

	/** The subscriptions of invoices, by number. */
	public Map<String, String> subscriptions(Collection<String> numbers) {
		if (numbers.isEmpty()) {
			return Map.of();
		}
		return this.jdbc
			.sql("SELECT number, subscription_id FROM document WHERE number IN (:numbers) AND type = 'INVOICE'")
			.param("numbers", numbers)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Stores what became of lines in a night. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void store(List<Read> results, LocalDate date) {
		this.batches.batchUpdate(
				"UPDATE bank_line SET result = ?, invoice_number = ?, credited = ?, read_in = ? WHERE row_key = ?",
				results.stream()
					.map((read) -> new Object[] { read.result(), read.invoiceNumber(), read.credited(), date,
							read.rowKey() })
					.toList());
	}

	/**
	 * A line to match.
	 *
	 * @param rowKey names the line it was read from
	 * @param entry what was booked
	 * @param invoiceNumber the number that its reference reads as
	 */
	public record StoredLine(String rowKey, BankEntry entry, String invoiceNumber) {

	}

	/** What became of a line. */
	public record Read(String rowKey, String result, @Nullable String invoiceNumber, @Nullable Long credited) {

		public static Read duplicate(StoredLine line) {
			return new Read(line.rowKey(), "DUPLICATE", null, null);
		}

		public static Read of(StoredLine line, Matched matched) {
			Money credited = matched.credited();
			return new Read(line.rowKey(), matched.result().name(),
					(matched.result() != Result.UNMATCHED) ? line.invoiceNumber() : null,
					(credited != null) ? credited.units() : null);
		}

	}

}
