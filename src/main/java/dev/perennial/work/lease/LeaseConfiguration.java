package dev.perennial.work.lease;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

	@Bean
	Lease lease(DataSource dataSource, PlatformTransactionManager transactionManager, StopSignal stop,
			@Value("${night.lease:30s}") Duration length) {
		return new Lease(dataSource, transactionManager, length, stop);
	}

	@Bean
	FencedTransactions fencedTransactions(Lease lease, JdbcClient jdbc, PlatformTransactionManager transactionManager) {
		return new FencedTransactions(lease, jdbc, transactionManager);
	}

	@Bean
	StopSignal stopSignal() {
		return new StopSignal();
	}

	@Bean
	GracefulStop gracefulStop(Lease lease, StopSignal stop, @Value("${work.stop-timeout:60s}") Duration patience) {
		return new GracefulStop(lease, stop, patience);
	}

}
