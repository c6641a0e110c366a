package dev.perennial.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.perennial.work.launch.JobRuns;
import dev.perennial.work.launch.Occasion;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.LeaseTaken;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The engine as a process of its own has it, over a given data source. */
class ToyProcess implements AutoCloseable {

	static final LocalDate DATE = LocalDate.of(2026, 11, 22);

	static final Occasion OCCASION = new Occasion(DATE, DATE, "", "settings", new ParkingLimit(100, 5));

	/**
	 * For tests in which nobody takes over: a pause of the machine must not make the
	 * lease unsure.
	 */
	static final String LONG_LEASE = "--night.lease=1m";

	/**
	 * Outlives a pause of seconds in which the short lease is unsure and calls nobody.
	 */
	static final String MANY_RESTARTS = "--work.restarts=12";

	/** For tests in which nothing may go on beside a chunk. */
	static final String ONE_WORKER = "--work.threads=1";

	private final ConfigurableApplicationContext context;

	ToyProcess(DataSource dataSource, String... settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--spring.config.location=classpath:/", "--spring.config.import=", "--logging.level.root=error",
						"--logging.level.org.springframework.jdbc=off", "--work.back-off=10ms"));
		arguments.addAll(List.of(settings));
		for (String unlessSet : List.of("--work.threads=2", "--night.lease=400ms")) {
			String key = unlessSet.substring(0, unlessSet.indexOf('=') + 1);
			if (arguments.stream().noneMatch((argument) -> argument.startsWith(key))) {
				arguments.add(unlessSet);
			}
		}
		this.context = new SpringApplicationBuilder(Wiring.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.logStartupInfo(false)
			.initializers((context) -> context.getBeanFactory().registerSingleton("dataSource", dataSource))
			.run(arguments.toArray(String[]::new));
	}

	RunEnd run(NightlyJob job) {
		return run(job, OCCASION);
	}

	RunEnd run(NightlyJob job, Occasion occasion) {
		return bean(Lease.class).hold(occasion.businessDate(), () -> bean(JobRuns.class).run(job, occasion));
	}

	/**
	 * Runs in the place of a process that was frozen, as a timer that starts it again: a
	 * last beat may have been on its way, and looks like life.
	 */
	RunEnd takeOver(NightlyJob job) {
		try {
			return run(job);
		}
		catch (LeaseTaken ex) {
			return run(job);
		}
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	// No @Configuration: the scan of the whole program must not find it, or the toy
	// answers for the night.
	@ComponentScan("dev.perennial.work.lease")
	@ComponentScan("dev.perennial.work.launch")
	@ImportAutoConfiguration({ DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class, BatchJdbcAutoConfiguration.class })
	static class Wiring {

		@Bean
		ToyApproval approval() {
			return new ToyApproval();
		}

	}

	/** Approves until it is told otherwise. */
	static class ToyApproval implements Approval {

		volatile boolean given = true;

		@Override
		public void ask(Run run, Question question, long count) {
			if (!this.given) {
				throw new ApprovalMissing(question, count + " are many");
			}
		}

	}

}
