package dev.perennial.night;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A night whose mail server accepts connections and never answers. */
@DatabaseTest
class MailServerDownTests {

	@TempDir
	Path folder;

	@Test
	void failsTheNoticesSoonAndSendsEachOnceWhenTheServerIsBack(TestDatabase database) throws IOException {
		try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				RunningProgram program = new RunningProgram(database, this.folder,
						"spring.mail.port=" + hangs.getLocalPort(), "mail.timeouts.answer=100ms")) {
			Sample.load(program, this.folder);
			NightResult.End end = program.night(Sample.D).nights().get(0);
			assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
			assertThat(end.closed()).isFalse();
			assertThat(end.end().error()).contains("spring.mail.host", "times in a row");
			assertThat(texts(database, "SELECT DISTINCT state FROM notice WHERE message_id IS NOT NULL ORDER BY 1"))
				.isSubsetOf("FAILED_TEMP", "SENDING");
			assertThat(texts(database, "SELECT job FROM batch_run WHERE state = 'COMPLETED' ORDER BY run_id"))
				.as("money and dates wait for no mail server")
				.containsExactly("intake", "renewals", "windows", "invoices");
		}
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			assertThat(program.night(Sample.D).nights().get(0).closed()).isTrue();
			assertThat(texts(database, "SELECT message_id FROM notice WHERE state = 'SENT' AND message_id IS NOT NULL"))
				.hasSize(program.mailbox().messages().size())
				.doesNotHaveDuplicates();
			assertThat(texts(database, "SELECT code FROM notice WHERE state IN ('SENDING', 'PLANNED', 'AMBIGUOUS')"))
				.isEmpty();
		}
	}

	private static List<String> texts(TestDatabase database, String sql) {
		return database.jdbc().sql(sql).query(String.class).list();
	}

}
