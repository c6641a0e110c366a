package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tax of the claim differs from the quoted one: the law wins, and invoice and mail
 * say so (rules 5.4). The reminder of E-3 = 2026-06-23 quotes 790.00 without tax to a
 * buyer in New York, who is in the seller's country, at 19 percent, when the renewal is
 * claimed on E+1 = 2026-06-27.
 */
@DatabaseTest
class AnnouncedTaxTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	@TempDir
	Path folder;

	@Test
	void isSaidToHaveBeenAnotherOneByInvoiceAndMail(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			new Members().renewing(1, "C", D.plusDays(3)).invoiced(1, "T", D.plusDays(3)).load(program, this.folder, D);
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			database.ownerJdbc().sql("UPDATE partner SET country = 'DE'").update();
			for (int day = 1; day <= 4; day++) {
				assertThat(program.night(D.plusDays(day)).exitCode()).isEqualTo(ExitCode.DONE);
			}
			assertThat(database.jdbc()
				.sql("SELECT CONCAT(subscription_id, ' ', tax / 100, ' ', mention) FROM document ORDER BY 1")
				.query(String.class)
				.list()).satisfiesExactly((card) -> assertThat(card).startsWith("C1 150.10").contains("tax differs"),
						(transfer) -> assertThat(transfer).startsWith("T1 150.10").contains("tax differs"));
			assertThat(program.mailbox().messages()).extracting((mail) -> mail.text().replaceAll("\\s+", " "))
				.filteredOn((text) -> text.contains("INV-2026-"))
				.hasSize(2)
				.allSatisfy((text) -> assertThat(text).contains("The tax is 150.10 EUR and not 0.00 EUR as announced"));
		}
	}

}
