package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.perennial.night.ExitCode;
import dev.perennial.night.Night;
import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.perennial.bench.Memberships.D;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What letters say of invoices and requests is read for many at once. A hundred
 * connections share their commits, so that a statement for each letter of one kind is
 * seen.
 */
@DatabaseTest
class LettersReadTogetherTests {

	/** Of each of three kinds. */
	private static final int LETTERS = 300;

	@TempDir
	Path folder;

	@Test
	void takeFewerStatementsThanThereAreLetters(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder, "mail.connections=100",
				"spring.datasource.hikari.data-source-properties.queryInterceptors="
						+ CountedStatements.class.getName(),
				// So long that no heartbeat is counted
				"night.lease=10m")) {
			new Members().invoiced(LETTERS, "T", D.minusDays(1))
				.renewing(LETTERS, "C", D.minusDays(1))
				.ending(LETTERS, "S", D.plusDays(100))
				.load(program, this.folder, D);
			Files.write(this.folder.resolve("inbox/requests-1.csv"), requests());
			for (String job : List.of("intake", "renewals", "windows", "invoices")) {
				job(program, job);
			}
			long before = CountedStatements.statements();
			job(program, "notices");
			assertThat(CountedStatements.statements() - before).isBetween(1L, 3L * LETTERS - 1);
			assertThat(database.jdbc()
				.sql("SELECT CONCAT(code, ' ', state, ' ', COUNT(*)) FROM notice WHERE state_in = '%s' GROUP BY code, state"
					.formatted(D))
				.query(String.class)
				.list())
				.contains("PAYMENT_DUE SENT " + LETTERS, "RENEWED SENT " + LETTERS, "REQUEST_STATUS SENT " + LETTERS);
		}
	}

	/** Rules 11.3: an invoice without its lines. */
	@Test
	void rowThatIsMissingParksItsOwnNoticeAlone(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			new Members().invoiced(5, "T", D.minusDays(1)).load(program, this.folder, D);
			for (String job : List.of("intake", "renewals", "windows", "invoices")) {
				job(program, job);
			}
			database.ownerJdbc()
				.sql("DELETE l FROM document_line l JOIN document d ON d.number = l.number WHERE d.subscription_id = 'T3'")
				.update();
			NightResult result = program.bean(Night.class)
				.run(new NightRequest(D, "notices", "", false, new NightRequest.Consent("test", true, null)));
			assertThat(result.exitCode()).as(result.toString()).isEqualTo(ExitCode.LOOK);
			assertThat(database.jdbc()
				.sql("SELECT CONCAT(subscription_id, ' ', state) FROM notice WHERE code = 'PAYMENT_DUE' ORDER BY 1")
				.query(String.class)
				.list()).containsExactly("T1 SENT", "T2 SENT", "T3 PLANNED", "T4 SENT", "T5 SENT");
			assertThat(database.jdbc()
				.sql("SELECT error FROM batch_item WHERE state = 'PARKED'")
				.query(String.class)
				.list()).isNotEmpty()
				.allSatisfy((error) -> assertThat(error).contains("PAYMENT_DUE needs the fact MailInvoice"));
		}
	}

	private static List<String> requests() {
		return Stream.concat(
				Stream.of("request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,"
						+ "card_token,card_expires,note"),
				IntStream.rangeClosed(1, LETTERS)
					.mapToObj((n) -> "R%1$d,%2$s,CANCEL,S%1$d,PS%1$d,,,,,,".formatted(n, D)))
			.toList();
	}

	private static void job(RunningProgram program, String job) {
		NightResult result = program.bean(Night.class)
			.run(new NightRequest(D, job, "", false, new NightRequest.Consent("test", true, null)));
		assertThat(result.exitCode()).as("%s: %s", job, result).isEqualTo(ExitCode.DONE);
	}

}
