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
 * What was paid too much goes back with the rest when the renewal is refunded (rules 7.2,
 * 10.2).
 */
@DatabaseTest
@Tag("mysql")
class RefundedTransferTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	@TempDir
	Path folder;

	@Test
	void theWholePaymentBecomesCreditOfThePartner(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			new Members().invoiced(1, "S", D.minusDays(1)).load(program, this.folder, D);
			closes(program, D);
			deliver("bank-1.csv", """
					entry_id,booked_on,amount,currency,reference,payer
					B-1,2026-06-24,830.00,EUR,INV-2026-000001,Partner
					""");
			closes(program, D.plusDays(1));
			assertThat(credits(database)).containsExactly("4000 OVERPAID");
			deliver("requests-1.csv",
					"""
							request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note
							R-1,2026-06-25,CANCEL,S1,PS1,,,,,,
							""");
			closes(program, D.plusDays(2));
			database.ownerJdbc().sql("UPDATE support_request SET asked_end = 'REFUND', asked_by = 'test'").update();
			closes(program, D.plusDays(3));
			assertThat(credits(database)).containsExactly("83000 REFUND");
			assertThat(Files.readString(this.folder.resolve("outbox/2026-06-26/invoices.csv")))
				.contains("CN-2026-000001,CREDIT_NOTE")
				.contains("INV-2026-000001");
		}
	}

	/** Closing means that no invariant is violated and nothing is left for a person. */
	private static void closes(RunningProgram program, LocalDate date) {
		NightResult night = program.night(date);
		assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
	}

	private void deliver(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve("inbox").resolve(name), text);
	}

	private static List<String> credits(TestDatabase database) {
		return database.ownerJdbc()
			.sql("SELECT CONCAT(amount, ' ', reason) FROM partner_credit")
			.query(String.class)
			.list();
	}

}
