package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.mail.ScriptedSmtpServer;
import dev.perennial.mail.ScriptedSmtpServer.Act;
import dev.perennial.mail.ScriptedSmtpServer.At;
import dev.perennial.night.NightRequest.Consent;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the options of a night do, in the whole program, and how each ends. */
@DatabaseTest
@Tag("mysql")
class WholeNightTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private final TestDatabase database;

	@TempDir
	Path folder;

	WholeNightTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void closesANightInWhichAllWentWellAndHasNothingToDoTheSecondTime() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
			assertThat(texts("SELECT state FROM night")).containsExactly("CLOSED");
			assertThat(texts("SELECT state FROM renewal_order")).containsExactly("PAID");
			NightResult again = run(program, whole());
			assertThat(again.nights()).isEmpty();
			assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
		}
	}

	@Test
	void saysThatAPersonShouldLookWhenAMailEndedInDoubt() throws IOException {
		try (ScriptedSmtpServer dropsAtTheDot = new ScriptedSmtpServer().when(At.DOT, Act.drop());
				RunningProgram program = new RunningProgram(this.database, this.folder,
						"spring.mail.port=" + dropsAtTheDot.port())) {
			new Members().renewing(1, "S", D.minusDays(1)).load(program, this.folder, D);
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).isEqualTo(ExitCode.LOOK);
			assertThat(night.nights().get(0).closed()).isTrue();
			assertThat(night.nights().get(0).attention()).singleElement()
				.asString()
				.startsWith("RENEWED: 1 notices AMBIGUOUS");
		}
	}

	@Test
	void saysThatAPersonShouldLookWhenAnOrderWasParked() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			run(program, job("intake"));
			run(program, job("renewals"));
			sql("UPDATE renewal_order SET parked_error = 'see the gateway', parked_in = '2026-06-23'");
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).isEqualTo(ExitCode.LOOK);
			assertThat(night.nights().get(0).attention()).singleElement()
				.asString()
				.contains("order S1-20260623-1 is parked");
		}
	}

	@Test
	void waitsBeforeTheFirstChargeOfUnusuallyMany() throws IOException {
		try (RunningProgram program = program(new Members().renewing(101, "S", D.minusDays(1)))) {
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).isEqualTo(ExitCode.WAITS);
			assertThat(night.nights().get(0).end().error()).contains("101 charges", "--approve");
			assertThat(texts("SELECT merchant_reference FROM charge_attempt")).isEmpty();
			assertThat(texts("SELECT CONCAT(state, ' ', waits_for) FROM night")).containsExactly("OPEN CHARGES");
			assertThat(run(program, whole()).exitCode()).as("asks again").isEqualTo(ExitCode.WAITS);
			NightResult approved = run(program, asked(null, "", new Consent("anna", true, null)));
			assertThat(approved.exitCode()).as("and its 101 mails with it").isEqualTo(ExitCode.DONE);
			assertThat(texts("SELECT CONCAT(state, ' ', approved_by) FROM night")).containsExactly("CLOSED anna");
			assertThat(texts("SELECT COUNT(*) FROM charge_attempt WHERE state = 'SUCCEEDED'")).containsExactly("101");
		}
	}

	@Test
	void waitsBeforeTheFirstOfUnusuallyManyMails() throws IOException {
		try (RunningProgram program = program(new Members().ending(101, "S", D.plusDays(20)))) {
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).isEqualTo(ExitCode.WAITS);
			assertThat(night.nights().get(0).end().error()).contains("101 mails");
			assertThat(program.mailbox().messages()).isEmpty();
			assertThat(run(program, asked(null, "", new Consent("anna", true, null))).exitCode())
				.isEqualTo(ExitCode.DONE);
			assertThat(program.mailbox().messages()).hasSize(101);
		}
	}

	@Test
	void anApprovalCoversTheFirstNightOfACatchUpThatAsksAndNoLaterOne() throws IOException {
		try (RunningProgram program = program(
				new Members().renewing(101, "S", D.minusDays(1)).renewing(160, "T", D.plusDays(1)))) {
			NightResult nights = program.bean(Night.class)
				.run(new NightRequest(null, null, "", true, new Consent("anna", true, null)));
			assertThat(nights.nights()).extracting(NightResult.End::businessDate)
				.containsExactly(D, D.plusDays(1), D.plusDays(2));
			assertThat(nights.nights()).extracting(NightResult.End::closed).containsExactly(true, true, false);
			assertThat(nights.exitCode()).isEqualTo(ExitCode.WAITS);
		}
	}

	@Test
	void runsOneJobOnlyAfterThoseBeforeItAndNeverClosesTheNight() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> run(program, job("renewals")))
				.withMessageContaining("'intake' is not completed");
			assertThat(texts("SELECT job FROM batch_run")).isEmpty();
			for (String job : List.of("intake", "renewals", "windows", "invoices", "notices", "verify")) {
				assertThat(run(program, job(job)).exitCode()).isEqualTo(ExitCode.DONE);
			}
			assertThat(texts("SELECT state FROM night")).containsExactly("OPEN");
			assertThat(this.folder.resolve("outbox").resolve(D.toString())).doesNotExist();
			assertThat(run(program, whole()).nights().get(0).closed()).isTrue();
			assertThat(this.folder.resolve("outbox").resolve(D.toString()).resolve(".ok")).exists();
		}
	}

	@Test
	void doesOneSubscriptionWithoutANumberAFileOrTheEndOfTheNight() throws IOException {
		try (RunningProgram program = program(new Members().renewing(2, "S", D.minusDays(1)))) {
			assertThat(run(program, asked(null, "S1", nobody())).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(texts("SELECT subscription_id FROM renewal_order WHERE state = 'PAID'")).containsExactly("S1");
			assertThat(texts("SELECT number FROM document")).isEmpty();
			assertThat(texts("SELECT state FROM night")).containsExactly("OPEN");
			assertThat(this.folder.resolve("outbox").resolve(D.toString())).doesNotExist();
			assertThat(run(program, whole()).nights().get(0).closed()).isTrue();
			assertThat(texts("SELECT number FROM document ORDER BY 1")).containsExactly("INV-2026-000001",
					"INV-2026-000002");
		}
	}

	@Test
	void asksAgainForARefundThatAPersonWantsTriedAgain() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			run(program, whole());
			sql("""
					INSERT INTO refund (payment_id, amount, currency, state, planned_in, code)
					SELECT payment_id, amount, currency, 'REFUSED', '2026-06-23', 'HTTP 400' FROM payment
					""");
			sql("INSERT INTO retry_request (parked_id, asked_by) SELECT CONCAT('REFUND:', payment_id), 'anna' FROM refund");
			for (String job : List.of("intake", "renewals")) {
				run(program, new NightRequest(D.plusDays(1), job, "", false, nobody()));
			}
			assertThat(texts("SELECT state FROM refund")).containsExactly("REFUNDED");
		}
	}

	@Test
	void takesOverWhatARunOfOneSubscriptionLeftUndone() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			run(program, asked(null, "S1", nobody()));
			sql("""
					UPDATE batch_run SET state = 'FAILED', error = 'no connection'
					WHERE scope = 'S1' AND job IN ('renewals', 'notices')
					""");
			sql("UPDATE batch_run SET state = 'RUNNING', fence = 0 WHERE scope = 'S1' AND job = 'windows'");
			NightResult night = run(program, whole());
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			assertThat(texts("SELECT CONCAT(job, ' ', state) FROM batch_run WHERE scope = 'S1' ORDER BY run_id"))
				.containsExactly("intake COMPLETED", "renewals STOPPED", "windows STOPPED", "notices STOPPED");
			assertThat(texts("SELECT COUNT(*) FROM charge_attempt")).containsExactly("1");
		}
	}

	@Test
	void staysOpenWhenAnInvariantIsViolatedUntilAPersonAcceptsIt() throws IOException {
		try (RunningProgram program = program(new Members().renewing(1, "S", D.minusDays(1)))) {
			for (String job : List.of("intake", "renewals", "windows", "invoices", "notices")) {
				run(program, job(job));
			}
			// I16: the charged amount is the gross of the order
			sql("UPDATE charge_attempt SET amount = amount + 1");
			NightResult night = run(program, whole());
			assertThat(night.exitCode()).isEqualTo(ExitCode.FAILED);
			assertThat(night.nights().get(0).end().error()).contains("I16");
			assertThat(texts("SELECT state FROM night")).containsExactly("OPEN");
			assertThat(this.folder.resolve("outbox").resolve(D.toString())).doesNotExist();
			assertThat(run(program, asked(null, "", new Consent("anna", true, null))).exitCode())
				.as("--approve accepts no violation")
				.isEqualTo(ExitCode.FAILED);
			NightResult accepted = run(program,
					asked(null, "", new Consent("anna", false, "ticket 4711: the gateway rounds")));
			assertThat(accepted.exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(texts("SELECT CONCAT(state, ' ', accepted_by, ' ', accepted_violations) FROM night"))
				.containsExactly("CLOSED anna ticket 4711: the gateway rounds");
			assertThat(this.folder.resolve("outbox").resolve(D.toString()).resolve(".ok")).exists();
		}
	}

	private RunningProgram program(Members members) throws IOException {
		RunningProgram program = new RunningProgram(this.database, this.folder);
		members.load(program, this.folder, D);
		return program;
	}

	private static NightResult run(RunningProgram program, NightRequest request) {
		return program.bean(Night.class).run(request);
	}

	private static NightRequest whole() {
		return asked(null, "", nobody());
	}

	private static NightRequest job(String job) {
		return asked(job, "", nobody());
	}

	private static Consent nobody() {
		return new Consent("test", false, null);
	}

	private static NightRequest asked(@Nullable String job, String scope, Consent consent) {
		return new NightRequest(D, job, scope, false, consent);
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

	private void sql(String sql) {
		this.database.ownerJdbc().sql(sql).update();
	}

}
