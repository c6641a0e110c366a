package dev.perennial.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

import dev.perennial.mail.Traces.Fate;
import dev.perennial.mail.ScriptedSmtpServer.Act;
import dev.perennial.mail.ScriptedSmtpServer.At;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A mail server that is down or hangs is given up after ten mails, on two connections.
 */
class MailServerSilentTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final Duration LONG = Duration.ofSeconds(10);

	@TempDir
	Path folder;

	private DeliveryJournal journal;

	@BeforeEach
	void open() throws IOException {
		this.journal = new DeliveryJournal(this.folder, MailFixture.CLOCK);
	}

	@AfterEach
	void close() throws IOException {
		this.journal.close();
	}

	@Test
	void givesUpAServerThatAcceptsAndNeverAnswers() throws IOException {
		try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				MailConnections connections = connections(hangs.getLocalPort(), SHORT)) {
			for (int mail = 1; mail <= 10; mail++) {
				assertThat(send(connections, mail)).isInstanceOf(Delivery.RefusedTemporarily.class);
			}
			assertThatExceptionOfType(MailServerSilent.class).isThrownBy(() -> send(connections, 11))
				.withMessageContainingAll("127.0.0.1:" + hangs.getLocalPort(), "10 times in a row", "spring.mail.host",
						"Read timed out");
			assertThat(this.journal.tracesOf("n11", this.journal.name()).fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
			assertThat(send(connections, 11)).as("counts anew").isInstanceOf(Delivery.RefusedTemporarily.class);
		}
	}

	@Test
	void givesUpAServerThatIsNotThere() throws IOException {
		try (Socket nobody = MailFixture.nobody();
				MailConnections connections = connections(nobody.getLocalPort(), LONG)) {
			for (int mail = 1; mail <= 10; mail++) {
				assertThat(send(connections, mail)).isInstanceOf(Delivery.RefusedTemporarily.class);
			}
			assertThatExceptionOfType(MailServerSilent.class).isThrownBy(() -> send(connections, 11))
				.withMessageContaining("Connection refused");
		}
	}

	@Test
	void givesUpAServerThatNeverAnswersTheFinalDot() throws IOException {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer();
				MailConnections connections = connections(server.port(), LONG)) {
			server.when(At.DOT, Act.hang());
			for (int mail = 1; mail <= 10; mail++) {
				assertThat(send(connections, mail)).isInstanceOf(Delivery.Doubtful.class);
			}
			assertThatExceptionOfType(MailServerSilent.class).isThrownBy(() -> send(connections, 11));
		}
	}

	@Test
	void goesOnWithAServerThatRefusesEveryMail() throws IOException {
		try (ScriptedSmtpServer server = new ScriptedSmtpServer();
				MailConnections connections = connections(server.port(), LONG)) {
			server.when(At.RCPT, Act.reply("451 4.3.0 later"));
			for (int mail = 1; mail <= 25; mail++) {
				assertThat(send(connections, mail)).isEqualTo(new Delivery.RefusedTemporarily("451 4.3.0 later"));
			}
		}
	}

	private MailConnections connections(int port, Duration answer) {
		return MailFixture.connections(port, MailFixture.settings(this.folder, 2, answer, SHORT), this.journal);
	}

	private static Delivery send(MailConnections connections, int mail) {
		return connections.send(MailFixture.mail("n" + mail));
	}

}
