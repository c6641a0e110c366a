package dev.perennial.night;

import java.time.Clock;

import dev.perennial.work.Attention;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.StartCheck;
import dev.perennial.work.engine.JobsSettings;
import dev.perennial.work.launch.CompletedRuns;
import dev.perennial.work.launch.JobRuns;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NightSettings.class)
class NightConfiguration {

	@Bean
	Night night(BusinessDates dates, Readiness readiness, Lease lease, NightApproval approval, OneNight oneNight) {
		return new Night(dates, readiness, lease, approval, oneNight);
	}

	@Bean
	Readiness readiness(NightOrder order, ObjectProvider<StartCheck> checks) {
		return new Readiness(order, checks.orderedStream().toList());
	}

	@Bean
	OneNight oneNight(NightBook book, NightApproval approval, JobsLeft left, JobRuns runs, Aftermath aftermath) {
		return new OneNight(book, approval, left, runs, aftermath);
	}

	@Bean
	NightAhead nightAhead(BusinessDates dates, Nights nights, NightRules rules, NightOrder order, JobsLeft left) {
		return new NightAhead(dates, nights, rules, order, left);
	}

	@Bean
	NightOrder nightOrder(ObjectProvider<NightlyJob> jobs, JobsSettings settings) {
		// Asked for when a night runs: the order is known without them
		return new NightOrder(() -> jobs.stream().toList(), settings);
	}

	@Bean
	JobsLeft jobsLeft(NightOrder order, CompletedRuns completed) {
		return new JobsLeft(order, completed);
	}

	@Bean
	BusinessDates businessDates(Nights nights, FencedTransactions transactions, NightSettings settings,
			ObjectProvider<Clock> clock) {
		return new BusinessDates(nights, transactions, settings, clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	NightBook nightBook(Nights nights, BusinessDates dates, NightRules rules, FencedTransactions transactions) {
		return new NightBook(nights, dates, rules, transactions);
	}

	@Bean
	NightApproval nightApproval(Nights nights, FencedTransactions transactions, NightRules rules) {
		return new NightApproval(nights, transactions, rules);
	}

	@Bean
	Nights nights(JdbcClient jdbc) {
		return new Nights(jdbc);
	}

	@Bean
	Aftermath aftermath(JdbcClient jdbc, ObjectProvider<Attention> attention) {
		return new Aftermath(jdbc, attention.orderedStream().toList());
	}

}
