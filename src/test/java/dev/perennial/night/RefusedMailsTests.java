package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.mail.ScriptedSmtpServer;
import dev.perennial.mail.ScriptedSmtpServer.Act;
import dev.perennial.mail.ScriptedSmtpServer.At;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of mails that a mail server refuses or drops, night after night (rules
 * 8.2, 8.3, 8.4).
 */
@DatabaseTest
class RefusedMailsTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	@TempDir
	Path folder;

	@Test
	void goOutInsideTheirDaysAndWhileTheyAreTrue(TestDatabase database) throws IOException {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer().when(At.RCPT, Act.reply("450 later"));
				RunningProgram program = new RunningProgram(database, this.folder,
						"spring.mail.port=" + server.port())) {
			// S1 is OFF and E = D; T1 is ON and E = D + 7
			new Members().ending(1, "S", D).renewing(1, "T", D.plusDays(7)).load(program, this.folder, D);
			assertThat(notices(program, D)).containsExactlyInAnyOrder("S1 EXPIRY_NOTICE MISSED IMPORTED_LATE",
					"S1 EXPIRY_NOTICE_3 FAILED_TEMP REFUSED_TEMP", "T1 RENEWAL_NOTICE MISSED IMPORTED_LATE",
					"T1 RENEWAL_NOTICE_LATE FAILED_TEMP REFUSED_TEMP", "T1 RENEWAL_REMINDER FAILED_TEMP REFUSED_TEMP");
			Files.writeString(this.folder.resolve("inbox/requests-1.csv"),
					"""
							request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note
							R-1,2026-06-24,AUTO_RENEW_OFF,T1,PT1,,,,,,
							""");
			// 8.1: the day of EXPIRY_NOTICE_3 is E; 8.2: what is OFF renews no more
			assertThat(notices(program, D.plusDays(1))).containsExactlyInAnyOrder(
					"S1 EXPIRY_NOTICE_3 MISSED REFUSED_TEMP", "S1 WINDOW_OPEN FAILED_TEMP REFUSED_TEMP",
					"T1 RENEWAL_NOTICE_LATE SUPPRESSED NO_LONGER_TRUE", "T1 RENEWAL_REMINDER SUPPRESSED NO_LONGER_TRUE",
					"T1 AUTO_RENEW_OFF FAILED_TEMP REFUSED_TEMP", "T1 EXPIRY_NOTICE_2 FAILED_TEMP REFUSED_TEMP");
			// 8.3: refused for good; none of them has a backup address
			server.when(At.RCPT, Act.reply("550 nobody here"));
			assertThat(notices(program, D.plusDays(2))).containsExactlyInAnyOrder(
					"S1 WINDOW_OPEN FAILED_PERM REFUSED_PERM", "T1 AUTO_RENEW_OFF FAILED_PERM REFUSED_PERM",
					"T1 EXPIRY_NOTICE_2 FAILED_PERM REFUSED_PERM");
		}
	}

	/** Rules 8.4: RENEWED is held for a person, EXPIRY_NOTICE_3 is sent again. */
	@Test
	void areInDoubtWhenTheServerIsGoneAfterTheDot(TestDatabase database) throws IOException {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer().when(At.DOT, Act.drop());
				RunningProgram program = new RunningProgram(database, this.folder,
						"spring.mail.port=" + server.port())) {
			new Members().ending(1, "S", D).renewing(1, "T", D.minusDays(1)).load(program, this.folder, D);
			assertThat(notices(program, D)).contains("T1 RENEWED AMBIGUOUS DOUBTFUL",
					"S1 EXPIRY_NOTICE_3 AMBIGUOUS DOUBTFUL");
			assertThat(database.jdbc()
				.sql("SELECT CONCAT(n.code, ' ', COUNT(*)) FROM notice n JOIN mail_delivery d ON d.notice_id = n.notice_id "
						+ "GROUP BY n.code ORDER BY 1")
				.query(String.class)
				.list()).containsExactly("EXPIRY_NOTICE_3 2", "RENEWED 1");
		}
	}

	/**
	 * Rules 11.5: the median of later nights counts the mails of this one, not those that
	 * were tried again.
	 */
	@Test
	void doNotStandAsAllMailsOfTheirNight(TestDatabase database) throws IOException {
		AtomicInteger asked = new AtomicInteger();
		Act first = (out) -> Act.reply((asked.getAndIncrement() == 0) ? "450 later" : "250 ok").on(out);
		try (ScriptedSmtpServer server = new ScriptedSmtpServer().when(At.RCPT, first);
				RunningProgram program = new RunningProgram(database, this.folder,
						"spring.mail.port=" + server.port())) {
			new Members().ending(3, "S", D).load(program, this.folder, D);
			assertThat(notices(program, D)).filteredOn((notice) -> notice.endsWith(" SENT ")).hasSize(3);
			assertThat(asked).hasValue(4);
			assertThat(database.jdbc().sql("SELECT mails FROM night").query(Long.class).single()).isEqualTo(3);
		}
	}

	/** Subscription, code, state and reason of the notices of a night, which closes. */
	private List<String> notices(RunningProgram program, LocalDate date) throws IOException {
		NightResult night = program.night(date);
		assertThat(night.nights()).as(night.toString()).allMatch(NightResult.End::closed);
		return Files.readAllLines(this.folder.resolve("outbox").resolve(date.toString()).resolve("notices.csv"))
			.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.map((cells) -> String.join(" ", cells[0], cells[2], cells[4], cells[5]))
			.toList();
	}

}
