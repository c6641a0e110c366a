package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A VAT id that was changed between the claim, 2026-06-23, and the invoice, 2026-06-24,
 * when the card works (rules 5.4, 9.4). The seller is in Germany, the buyer in France; an
 * id that ends with 404 is INVALID.
 */
@DatabaseTest
@Tag("mysql")
class ChangedVatIdTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private final TestDatabase database;

	@TempDir
	Path folder;

	ChangedVatIdTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void isCheckedBeforeAnInvoiceNamesIt() throws IOException {
		try (RunningProgram program = claimed()) {
			vatId("FR23334175221");
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(documents()).containsExactly("INV-2026-000001 FR23334175221 REVERSE_CHARGE");
			assertThat(texts("SELECT CONCAT(asked_on, ' ', answer) FROM vat_answer WHERE vat_id = 'FR23334175221'"))
				.containsExactly("2026-06-24 VALID");
		}
	}

	@Test
	void keepsTheInvoiceBackUntilThereIsOneThatIsValid() throws IOException {
		try (RunningProgram program = claimed()) {
			vatId("FR23334175404");
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.LOOK);
			assertThat(documents()).isEmpty();
			assertThat(texts("SELECT error FROM batch_item WHERE state = 'PARKED'")).singleElement()
				.asString()
				.contains("S1-20260623-1", "FR23334175404", "mend it");
			vatId("FR40303265045");
			assertThat(program.night(D.plusDays(2)).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(documents()).containsExactly("INV-2026-000001 FR40303265045 REVERSE_CHARGE");
		}
	}

	/** Rules 9.3: it repeats the buyer of its invoice, whatever the buyer is now. */
	@Test
	void keepsNoCreditNoteBack() throws IOException {
		try (RunningProgram program = new RunningProgram(this.database, this.folder)) {
			new Members().invoiced(1, "S", D.minusDays(1)).load(program, this.folder, D);
			vatId("FR40303265045");
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			vatId("");
			Files.writeString(this.folder.resolve("inbox/requests-1.csv"),
					"""
							request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note
							R-1,2026-06-24,PAYMENT_METHOD,S1,PS1,,,card,pm_card_visa,2031-01,
							""");
			assertThat(program.night(D.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(documents()).containsExactlyInAnyOrder("INV-2026-000001 FR40303265045 REVERSE_CHARGE",
					"CN-2026-000001 FR40303265045 REVERSE_CHARGE", "INV-2026-000002  EU_BUYER_RATE");
		}
	}

	/** Claimed with reverse charge, and declined once. */
	private RunningProgram claimed() throws IOException {
		RunningProgram program = new RunningProgram(this.database, this.folder);
		new Members().renewingBy("pm_sim_soft_then_ok_1", 1, "S", D.minusDays(1)).load(program, this.folder, D);
		vatId("FR40303265045");
		assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
		assertThat(texts("SELECT CONCAT(state, ' ', tax_treatment) FROM renewal_order"))
			.containsExactly("OPEN REVERSE_CHARGE");
		return program;
	}

	private void vatId(String vatId) {
		this.database.ownerJdbc().sql("UPDATE partner SET country = 'FR', vat_id = :id").param("id", vatId).update();
	}

	private List<String> documents() {
		return texts("SELECT CONCAT(number, ' ', buyer_vat_id, ' ', tax_treatment) FROM document");
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
