package dev.perennial.mail;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

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
		// Looked for with the first mail, when all are there, and not with each.
		Supplier<List<DataSource>> databases = SingletonSupplier.of(() -> dataSources.stream().toList());
		Supplier<List<SendingRight>> required = SingletonSupplier.of(() -> rights.stream().toList());
		return new MailConnections(settings, server, journal, clock.getIfAvailable(Clock::systemUTC), () -> {
			databases.get().forEach(MailConfiguration::refuseTransaction);
			required.get().forEach(SendingRight::require);
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
