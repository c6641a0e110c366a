package dev.perennial.gateway;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The card gateway as a bean, guarded against every data source there is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class GatewayConfiguration {

	@Bean
	CardGateway cardGateway(GatewayProperties properties, Clock clock, ObjectProvider<DataSource> dataSources) {
		return new CardGateway(properties, clock, () -> dataSources.forEach(GatewayConfiguration::requireNotBound));
	}

	/**
	 * Not isActualTransactionActive(): that is true in an effect step without a database,
	 * too.
	 */
	static void requireNotBound(DataSource dataSource) {
		if (TransactionSynchronizationManager.getResource(dataSource) != null) {
			throw new IllegalStateException(
					"The card gateway was called while this thread holds a database connection; expected the intent committed and the transaction ended (rules 6.1)");
		}
	}

}
