package dev.perennial.work;

import java.util.List;
import java.util.function.Consumer;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a dead process can leave in Spring Batch's tables, and that each start goes on.
 */
@Tag("mysql")
@DatabaseTest
class LaunchTests {

	private static final JobParameters PARAMETERS = new JobParametersBuilder()
		.addLocalDate("businessDate", ToyProcess.DATE)
		.toJobParameters();

	private static TestDatabase database;

	private static Toy toy;

	private static ToyProcess process;

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		toy = new Toy(database);
		process = new ToyProcess(database.app());
	}

	@AfterAll
	static void close() {
		process.close();
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, 7);
	}

	@Test
	void startsWhereNothingIsThere() {
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(executions()).containsExactly("COMPLETED");
	}

	@Test
	void startsWhereAnInstanceHasNoExecution() {
		repository().createJobInstance("toy", PARAMETERS);
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(executions()).containsExactly("COMPLETED");
	}

	@Test
	void goesOnWhereAnExecutionSeemsToRun() {
		diedWith((execution) -> status(execution, BatchStatus.STARTED, BatchStatus.STARTED));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(executions()).containsExactly("FAILED", "COMPLETED");
	}

	@Test
	void goesOnWhereTheExecutionIsUnknown() {
		diedWith((execution) -> status(execution, BatchStatus.UNKNOWN, BatchStatus.FAILED));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(executions()).containsExactly("FAILED", "COMPLETED");
	}

	@Test
	void goesOnWhereOnlyAStepIsUnknown() {
		diedWith((execution) -> status(execution, BatchStatus.FAILED, BatchStatus.UNKNOWN));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
	}

	@Test
	void goesOnWhereAStoppedExecutionHasAStepThatSeemsToRun() {
		diedWith((execution) -> status(execution, BatchStatus.STOPPED, BatchStatus.STARTED));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
	}

	@Test
	void believesItsOwnTablesWhereSpringBatchSaysCompleted() {
		diedWith((execution) -> status(execution, BatchStatus.COMPLETED, BatchStatus.COMPLETED));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("book-customers")).hasSize(7);
	}

	@Test
	void believesItsOwnTablesWhereSpringBatchAbandonedAStep() {
		diedWith((execution) -> status(execution, BatchStatus.FAILED, BatchStatus.ABANDONED));
		assertThat(process.run(job()).state()).isEqualTo(RunState.COMPLETED);
		assertThat(toy.items("book-customers")).hasSize(7);
	}

	/** Dies after its execution has begun, and leaves it as it is made to look. */
	private static void diedWith(Consumer<JobExecution> look) {
		JobInstance instance = repository().createJobInstance("toy", PARAMETERS);
		JobExecution execution = repository().createJobExecution(instance, PARAMETERS, new ExecutionContext());
		repository().createStepExecution("book-customers", execution);
		look.accept(execution);
	}

	private static void status(JobExecution execution, BatchStatus job, BatchStatus step) {
		for (StepExecution stepExecution : execution.getStepExecutions()) {
			stepExecution.setStatus(step);
			repository().update(stepExecution);
		}
		execution.setStatus(job);
		repository().update(execution);
	}

	private static List<String> executions() {
		return toy.one("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID");
	}

	private static JobRepository repository() {
		return process.bean(JobRepository.class);
	}

	private static NightlyJob job() {
		return NightlyJob.of("toy", new BookCustomers(JdbcClient.create(database.app())));
	}

}
