package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night over the sample data, with a real database, a real card gateway and a
 * real mail server.
 */
@DatabaseTest
class OneNightTests {

	private static final LocalDate D = Sample.D;

	@TempDir
	Path folder;

	@Test
	void runsOnceAndChangesNothingTheSecondTime(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			Sample.load(program, this.folder);
			NightResult first = program.night(D);
			assertThat(first.nights()).as(first.toString()).hasSize(1);
			assertThat(first.nights().get(0).closed()).as(first.toString()).isTrue();
			long mails = program.mailbox().messages().size();
			assertThat(mails).isPositive();
			assertThat(database.ownerJdbc().sql("SELECT COUNT(*) FROM document").query(Long.class).single())
				.isPositive();
			assertThat(this.folder.resolve("outbox").resolve(D.toString()).resolve(".ok")).exists();
			assertThat(program.mailbox().messages()).as("PAYMENT_DUE says where to transfer to")
				.anySatisfy((mail) -> assertThat(mail.text()).contains("IBAN DE89"));
			NightResult second = program.night(D);
			assertThat(second.nights()).isEmpty();
			assertThat(program.mailbox().messages()).hasSize((int) mails);
		}
	}

}
