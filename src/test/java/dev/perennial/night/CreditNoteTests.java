package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.testing.ChangedCatalogue;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A credit note repeats the invoice that it corrects (rules 9.3). */
@DatabaseTest
@Tag("mysql")
class CreditNoteTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	@TempDir
	Path folder;

	@Test
	void callsTheOfferAsTheInvoiceDidWhateverItIsCalledToday(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			new Members().invoiced(1, "S", D.minusDays(1)).load(program, this.folder, D);
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
		}
		// Another payment method cancels the order of the transfer (rules 7.4).
		Files.writeString(this.folder.resolve("inbox/requests-1.csv"),
				"""
						request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note
						R-1,2026-06-24,PAYMENT_METHOD,S1,PS1,,,card,pm_card_visa,2031-01,
						""");
		Path renamed = ChangedCatalogue.in(this.folder, "en: Bronze Partner", "en: Bronze Club");
		try (RunningProgram program = new RunningProgram(database, this.folder, "folders.catalog=" + renamed)) {
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
		}
		assertThat(database.jdbc()
			.sql("SELECT CONCAT(number, ' ', description, ' ', net) FROM document_line ORDER BY number")
			.query(String.class)
			.list())
			.isEqualTo(List.of("CN-2026-000001 Bronze Partner 79000", "INV-2026-000001 Bronze Partner 79000",
					"INV-2026-000002 Bronze Club 79000"));
	}

}
