package dev.perennial.cli;

import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	FlywayMigrationStrategy migration(ObjectProvider<LeaveSchema> leave, @Value("${night.lease:30s}") Duration lease) {
		return new Migration(leave.getIfAvailable() == null, lease);
	}

	/** Stands among the beans of a command that migrates nothing. */
	record LeaveSchema() {

	}

}
