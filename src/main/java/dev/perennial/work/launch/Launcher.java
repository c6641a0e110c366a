package dev.perennial.work.launch;

import java.util.Optional;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.Run;
import dev.perennial.work.engine.Engine;
import dev.perennial.work.lease.FenceLost;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Starts or continues one job, under the lease that the caller holds. What is left to do
 * is read from our own tables; Spring Batch is brought along.
 */
final class Launcher {

	private final RunRecords records;

	private final Engine engine;

	private final BatchMetadata metadata;

	private final JobRepository repository;

	private final JobOperator operator;

	Launcher(RunRecords records, Engine engine, BatchMetadata metadata, JobRepository repository,
			JobOperator operator) {
		this.records = records;
		this.engine = engine;
		this.metadata = metadata;
		this.repository = repository;
		this.operator = operator;
	}

	/**
	 * Runs the job once, unless it is completed for this occasion.
	 * @return what ended it, or null if it is completed
	 * @throws FenceLost if another process took over
	 */
	@Nullable Throwable launch(NightlyJob job, Occasion occasion) {
		Optional<Run> run = this.records.open(job, occasion);
		if (run.isEmpty()) {
			return null;
		}
		Throwable failure = start(new NightJob(job, run.get(), this.engine, this.records, this.repository), occasion);
		if (failure instanceof FenceLost lost) {
			throw lost;
		}
		if (failure != null) {
			this.records.end(run.get(), RunEnd.of(failure));
		}
		return failure;
	}

	private @Nullable Throwable start(NightJob job, Occasion occasion) {
		JobParameters parameters = parameters(occasion);
		Throwable failure;
		try {
			this.metadata.prepare(job.getName(), parameters);
			failure = failureOf(this.operator.start(job, parameters));
		}
		catch (JobExecutionException | RuntimeException ex) {
			failure = ex;
		}
		if (job.completed()) {
			return null;
		}
		return (job.failure() != null) ? job.failure() : failure;
	}

	/** Spring Batch keeps to itself what it failed on before or after the job. */
	private static Throwable failureOf(JobExecution execution) {
		return execution.getAllFailureExceptions()
			.stream()
			.findFirst()
			.orElseGet(() -> new IllegalStateException("Spring Batch ended the job as " + execution.getStatus()));
	}

	/**
	 * One typed parameter, so that a night is one instance of each job whoever starts it;
	 * a run of one subscription is an instance of its own.
	 */
	private static JobParameters parameters(Occasion occasion) {
		JobParametersBuilder parameters = new JobParametersBuilder().addLocalDate("businessDate",
				occasion.businessDate());
		if (!occasion.scope().isEmpty()) {
			parameters.addString("scope", occasion.scope());
		}
		return parameters.toJobParameters();
	}

}
