package dev.perennial.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import dev.perennial.testing.ServerCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * STARTTLS, asked for as {@code config/README.md} says: without it no word of a mail is
 * sent, nor to a server that nobody vouches for.
 */
class MailTlsTests {

	@TempDir
	static Path certificates;

	private static ServerCertificate ours;

	private static ServerCertificate anothers;

	@TempDir
	Path folder;

	private ScriptedSmtpServer server;

	@BeforeAll
	static void makeCertificates() throws Exception {
		ours = ServerCertificate.of(certificates.resolve("ours"), "ip:127.0.0.1");
		anothers = ServerCertificate.of(certificates.resolve("anothers"), "dns:mail.example.com");
	}

	@BeforeEach
	void start() throws IOException {
		this.server = new ScriptedSmtpServer();
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void aMailGoesToATrustedServerEncrypted() throws Exception {
		this.server.startTls(ours.served());
		assertThat(sent(ours)).isInstanceOf(Delivery.Accepted.class);
		assertThat(this.server.commands).startsWith("EHLO " + this.server.commands.get(0).substring(5), "STARTTLS")
			.anyMatch((command) -> command.startsWith("MAIL FROM"));
		assertThat(this.server.bodies).hasSize(1);
	}

	@Test
	void aServerThatNobodyVouchesForGetsNoMail() throws Exception {
		this.server.startTls(ours.served());
		assertThat(sent(null)).isInstanceOf(Delivery.RefusedTemporarily.class)
			.extracting(Delivery::answer)
			.asString()
			.contains("no connection to the mail server", "certification path");
		assertNothingBehindTheGreeting();
	}

	@Test
	void aServerWithTheCertificateOfAnotherNameGetsNoMail() throws Exception {
		this.server.startTls(anothers.served());
		assertThat(sent(anothers)).isInstanceOf(Delivery.RefusedTemporarily.class)
			.extracting(Delivery::answer)
			.asString()
			.contains("No subject alternative names matching IP address 127.0.0.1");
		assertNothingBehindTheGreeting();
	}

	@Test
	void aServerWithoutTlsGetsNoMail() {
		assertThat(sent(ours)).isInstanceOf(Delivery.RefusedTemporarily.class)
			.extracting(Delivery::answer)
			.asString()
			.contains("STARTTLS is required but host does not support STARTTLS");
		assertNothingBehindTheGreeting();
	}

	private void assertNothingBehindTheGreeting() {
		assertThat(this.server.commands)
			.noneMatch((command) -> command.startsWith("MAIL") || command.startsWith("AUTH"));
		assertThat(this.server.bodies).isEmpty();
	}

	/** Sends a mail with the settings of a site that trusts a certificate. */
	private Delivery sent(@Nullable ServerCertificate trusted) {
		Delivery[] end = new Delivery[1];
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MailSenderAutoConfiguration.class))
			.withUserConfiguration(MailConfiguration.class)
			.withBean(Clock.class, () -> MailFixture.CLOCK)
			.withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + this.server.port(),
					"spring.mail.username=perennial", "spring.mail.password=secret",
					"spring.mail.properties[mail.smtp.starttls.enable]=true",
					"spring.mail.properties[mail.smtp.starttls.required]=true",
					"mail.journal=" + this.folder.resolve("journal"), "mail.connections=1")
			.withPropertyValues((trusted == null) ? new String[0]
					: new String[] { "spring.mail.ssl.bundle=mail-server",
							"spring.ssl.bundle.pem.mail-server.truststore.certificate=file:" + trusted.pem() })
			.run((context) -> end[0] = context.getBean(MailConnections.class).send(MailFixture.mail("n1")));
		return end[0];
	}

}
