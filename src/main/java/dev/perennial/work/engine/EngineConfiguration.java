package dev.perennial.work.engine;

import java.util.Map;

import dev.perennial.work.Approval;
import dev.perennial.work.JobSettings;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.StopSignal;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
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
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class EngineConfiguration {

	@Bean
	JobRuns jobRuns(Workshop workshop, Engine engine, BatchMetadata metadata, JobRepository repository,
			JobOperator operator) {
		return new JobRuns(new Launcher(workshop, engine, metadata, repository, operator), workshop.settings());
	}

	@Bean
	Engine engine(Workshop workshop, JobsSettings jobs, Approval approval) {
		return new Engine(workshop, jobs, approval);
	}

	@Bean
	Workshop workshop(BatchTables tables, FencedTransactions transactions, Lease lease, StopSignal stop,
			WorkSettings settings) {
		return new Workshop(tables, transactions, lease, stop, settings);
	}

	@Bean
	BatchTables batchTables(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		return BatchTables.over(jdbc, batches);
	}

	@Bean
	BatchMetadata batchMetadata(JobRepository repository, JobOperator operator,
			PlatformTransactionManager transactionManager) {
		return new BatchMetadata(repository, operator, transactionManager);
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
