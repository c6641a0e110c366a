package dev.perennial.job.verify;

import java.time.Duration;

import javax.sql.DataSource;

import dev.perennial.work.Approval;
import dev.perennial.work.NightlyJob;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code verify}. */
@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {

	@Bean
	NightlyJob verify(Checks checks, Approval approval, @Value("${night.lease:30s}") Duration lease) {
		return NightlyJob.of("verify", new CheckInvariants(checks, approval, lease));
	}

	@Bean
	Checks checks(DataSource database) {
		return Checks.reading(database);
	}

}
