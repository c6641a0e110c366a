package dev.perennial.mail;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mail as beans; none of them talks to a server before the first mail.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

	@Bean
	MailConnections mailConnections(MailSettings settings, ObjectProvider<JavaMailSenderImpl> configured,
			DeliveryJournal journal, ObjectProvider<Clock> clock, ObjectProvider<DataSource> dataSources,
			ObjectProvider<SendingRight> rights) {
		MailServer server = new MailServer(configured.getIfAvailable(JavaMailSenderImpl::new), settings.timeouts());
		return new MailConnections(settings, server, journal, clock.getIfAvailable(Clock::systemUTC), () -> {
			dataSources.forEach(MailConfiguration::refuseTransaction);
			rights.forEach(SendingRight::require);
		});
	}

	@Bean
	DeliveryJournal deliveryJournal(MailSettings settings, ObjectProvider<Clock> clock) {
		return new DeliveryJournal(settings.journal(), clock.getIfAvailable(Clock::systemUTC));
	}

	/**
	 * Asks for the connection, because {@code isActualTransactionActive} is also true in
	 * steps that have none.
	 */
	private static void refuseTransaction(DataSource dataSource) {
		if (TransactionSynchronizationManager.getResource(dataSource) != null) {
			throw new IllegalStateException("A mail inside a database transaction: commit SENDING first (rules 8.3)");
		}
	}

}
