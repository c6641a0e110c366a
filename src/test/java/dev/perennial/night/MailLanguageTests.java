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
 * A mail is in one language throughout (rules 8.6). BRONZE has a name in German, a
 * language in which there are no mails.
 */
@DatabaseTest
class MailLanguageTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	@TempDir
	Path folder;

	@Test
	void namesTheOfferInTheLanguageOfTheMail(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			new Members().ending(1, "DE", D.plusDays(20)).ending(1, "RU", D.plusDays(20)).load(program, this.folder, D);
			database.ownerJdbc().sql("UPDATE partner SET locale = LOWER(SUBSTRING(partner_id, 2, 2))").update();
			assertThat(program.night(D).exitCode()).isEqualTo(ExitCode.DONE);
			assertThat(program.mailbox().messages()).extracting((mail) -> names(mail.text()))
				.containsExactlyInAnyOrder("Bronze Partner", "Бронзовый партнёр");
		}
	}

	private static String names(String text) {
		return text.replaceAll("(?s).*(Bronze.Partner|Бронзовый партнёр).*", "$1");
	}

}
