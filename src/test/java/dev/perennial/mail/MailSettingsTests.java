package dev.perennial.mail;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MailSettingsTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(MailConfiguration.class)
		.withBean(Clock.class, () -> MailFixture.CLOCK)
		.withBean(DataSource.class, Unused::new);

	@Test
	void messageIdIsTheNoticeAtTheDomainOfTheSender() {
		this.application.withPropertyValues("mail.from=Perennial <renewals@perennial.example>").run((context) -> {
			MailSettings settings = context.getBean(MailSettings.class);
			assertThat(settings.messageId("1f0c2b7a99e4d3c8")).isEqualTo("<1f0c2b7a99e4d3c8@perennial.example>");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.from=nobody", "mail.from=a@example.com, b@example.com", "mail.connections=0",
			"mail.timeouts.answer=0s", "mail.timeouts.dot=-1s", "mail.conections=4" })
	void wrongSettingStopsTheStartAndIsNamed(String setting) {
		this.application.withPropertyValues(setting).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasStackTraceContaining(setting.substring(0, setting.indexOf('=')));
		});
	}

	@Test
	void siteFileShowsTheDefaults() {
		this.application.run(
				(defaults) -> this.application.withPropertyValues("spring.config.location=file:config/application.yaml")
					.withInitializer(new ConfigDataApplicationContextInitializer())
					.run((site) -> assertThat(site.getBean(MailSettings.class))
						.isEqualTo(defaults.getBean(MailSettings.class))));
	}

	/** Unix shells set MAIL=/var/mail/user. */
	@Test
	void environmentOfAUnixShellDoesNotDisturb() {
		this.application
			.withInitializer(
					(context) -> context.getEnvironment()
						.getPropertySources()
						.addFirst(new SystemEnvironmentPropertySource(
								StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								Map.of("MAIL", "/var/mail/root", "MAIL_CONNECTIONS", "2"))))
			.run((context) -> assertThat(context.getBean(MailSettings.class).connections()).isEqualTo(2));
	}

	@Test
	void noWaitingIsEndless() {
		MailSettings settings = MailFixture.settings(Path.of("unused"), 1);
		JavaMailSenderImpl sender = MailFixture.sender(25);
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
		MailServer server = new MailServer(sender, settings.timeouts());
		assertThat(server.timeouts().answer()).isEqualTo(Duration.ofSeconds(30));
		assertThat(server.timeouts().connect()).isEqualTo(Duration.ofSeconds(10));
		for (String key : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			sender.getJavaMailProperties().setProperty("mail.smtp." + key, "0");
			assertThatIllegalArgumentException().isThrownBy(() -> new MailServer(sender, settings.timeouts()))
				.withMessageContaining(key);
			sender.getJavaMailProperties().remove("mail.smtp." + key);
		}
	}

	@Test
	void refusesToTalkWhileADatabaseTransactionIsOpen() {
		this.application.run((context) -> {
			DataSource dataSource = context.getBean(DataSource.class);
			MailConnections connections = context.getBean(MailConnections.class);
			TransactionSynchronizationManager.bindResource(dataSource, new Object());
			try {
				assertThatIllegalStateException().isThrownBy(() -> connections.send(MailFixture.mail("n1")))
					.withMessageContaining("transaction");
			}
			finally {
				TransactionSynchronizationManager.unbindResource(dataSource);
			}
		});
	}

	/** A data source that nobody asks for a connection. */
	private static final class Unused extends AbstractDataSource {

		@Override
		public Connection getConnection() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Connection getConnection(String username, String password) {
			throw new UnsupportedOperationException();
		}

	}

}
