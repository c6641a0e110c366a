package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.cli.NightFigures.Figure;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts and sums of a night, on both servers. */
@Tag("mysql")
@DatabaseTest
class NightFiguresTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private final TestDatabase database;

	NightFiguresTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void countsWhatIsAlikeOnceAndAddsUpEachCurrencyForItself() {
		this.database.ownerJdbc().sql("""
				INSERT INTO inbox_file (sha256, name, kind, data_rows, stored_in)
				VALUES ('1', 'bank-1.csv', 'BANK', 5, '2026-06-22')
				""").update();
		bankLine("B1", "2026-06-23", "45000, 'EUR'", "UNMATCHED");
		bankLine("B2", "2026-06-23", "68000, 'JPY'", "UNMATCHED");
		bankLine("B3", "2026-06-23", "5, 'EUR'", "UNMATCHED");
		bankLine("B4", "2026-06-23", "1000, 'USD'", "PAID");
		bankLine("B5", "2026-06-22", "1000, 'USD'", "PAID");
		assertThat(new NightFigures(this.database.jdbc()).of(D)).containsExactly(
				new Figure("bank lines", "PAID", "", 1, List.of("10.00 USD")),
				new Figure("bank lines", "UNMATCHED", "", 3, List.of("450.05 EUR", "68000 JPY")));
	}

	private void bankLine(String id, String readIn, String money, String result) {
		this.database.ownerJdbc()
			.sql("""
					INSERT INTO bank_line (row_key, sha256, entry_id, booked_on, reference, payer, amount, currency, read_in, result)
					VALUES ('%1$s', '1', '%1$s', '2026-06-22', '', '', %2$s, '%3$s', '%4$s')
					"""
				.formatted(id, money, readIn, result))
			.update();
	}

}
