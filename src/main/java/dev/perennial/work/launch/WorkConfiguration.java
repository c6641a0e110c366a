package dev.perennial.work.launch;

import java.util.Map;

import dev.perennial.work.Approval;
import dev.perennial.work.JobSettings;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.StartCheck;
import dev.perennial.work.engine.Engine;
import dev.perennial.work.engine.JobsSettings;
import dev.perennial.work.engine.WorkSettings;
import dev.perennial.work.engine.Workshop;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.StopSignal;
import dev.perennial.work.plan.Plans;
import dev.perennial.work.plan.Progress;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class WorkConfiguration {

	@Bean
	JobRuns jobRuns(Launcher launcher, RunRecords records, WorkSettings settings, FencedTransactions transactions) {
		return new JobRuns(launcher, records, settings, transactions);
	}

	@Bean
	Launcher launcher(RunRecords records, Engine engine, BatchMetadata metadata, JobRepository repository,
			JobOperator operator) {
		return new Launcher(records, engine, metadata, repository, operator);
	}

	@Bean
	RunRecords runRecords(JdbcClient jdbc, Plans plans, FencedTransactions transactions) {
		return new RunRecords(new BatchRuns(jdbc), plans, transactions);
	}

	@Bean
	CompletedRuns completedRuns(JdbcClient jdbc) {
		return new CompletedRuns(new BatchRuns(jdbc));
	}

	@Bean
	BatchMetadata batchMetadata(JobRepository repository, JobOperator operator, FencedTransactions transactions) {
		return new BatchMetadata(repository, operator, transactions);
	}

	@Bean
	Engine engine(Workshop workshop, Plans plans, WorkSettings settings, JobsSettings jobs, Approval approval) {
		return new Engine(workshop, plans, settings, jobs, approval);
	}

	@Bean
	Workshop workshop(Progress progress, FencedTransactions transactions, Lease lease, StopSignal stop) {
		return new Workshop(progress, transactions, lease, stop);
	}

	@Bean
	Plans plans(FencedTransactions transactions, JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		return new Plans(transactions, jdbc, batches);
	}

	@Bean
	Progress progress(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		return new Progress(jdbc, batches);
	}

	@Bean
	StartCheck connectionsNeeded(ObjectProvider<NightlyJob> jobs, WorkSettings settings,
			@Value("${spring.datasource.hikari.maximum-pool-size:10}") int pool) {
		return new ConnectionsNeeded(jobs.stream().toList(), settings.workers(), pool);
	}

	/** Every key below {@code jobs.<job>} has a reader here, or the start is refused. */
	@Bean
	JobsSettings jobsSettings(Environment environment) {
		return new JobsSettings(Binder.get(environment)
			.bind("jobs", Bindable.mapOf(String.class, JobSettings.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
			.orElse(Map.of()));
	}

	/** Spring Batch's own default stores Java objects. */
	@Bean
	ExecutionContextSerializer executionContextSerializer() {
		return new JacksonExecutionContextStringSerializer();
	}

}
