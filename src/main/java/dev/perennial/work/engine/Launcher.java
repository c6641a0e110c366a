package dev.perennial.work.engine;

import java.util.Optional;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.Run;
import dev.perennial.work.lease.FenceLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger log = LoggerFactory.getLogger(Launcher.class);

	private final Workshop workshop;

	private final Engine engine;

	private final BatchMetadata metadata;

	private final JobRepository repository;

	private final JobOperator operator;

	Launcher(Workshop workshop, Engine engine, BatchMetadata metadata, JobRepository repository, JobOperator operator) {
		this.workshop = workshop;
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
		Optional<Run> run = open(job, occasion);
		if (run.isEmpty()) {
			return null;
		}
		NightJob nightJob = new NightJob(job, run.get(), this.engine, this.workshop, this.repository);
		Throwable failure = start(nightJob, parameters(occasion));
		if (failure instanceof FenceLost lost) {
			throw lost;
		}
		if (failure != null) {
			record(run.get(), RunEnd.of(failure));
		}
		return failure;
	}

	boolean completed(NightlyJob job, Occasion occasion) {
		return this.workshop.tables()
			.runs()
			.find(job.name(), occasion)
			.filter((run) -> run.state() == RunState.COMPLETED)
			.isPresent();
	}

	private Optional<Run> open(NightlyJob job, Occasion occasion) {
		BatchRuns runs = this.workshop.tables().runs();
		return this.workshop.transactions().inTransaction(() -> {
			Optional<BatchRuns.BatchRun> before = runs.find(job.name(), occasion);
			if (before.isEmpty()) {
				return Optional.of(occasion.run(runs.begin(job.name(), occasion), job.name()));
			}
			if (before.get().state() == RunState.COMPLETED) {
				return Optional.empty();
			}
			if (before.get().state() == RunState.FAILED) {
				openParked(before.get().id());
			}
			runs.goOn(before.get().id());
			return Optional.of(occasion.run(before.get().id(), job.name()));
		});
	}

	/** A job that failed tries its parked items again (rules 11.3). */
	private void openParked(long runId) {
		for (BatchStep step : this.workshop.tables().steps().frozen(runId)) {
			if (this.workshop.tables().items().openParked(step.id()) > 0) {
				this.workshop.tables().parts().again(step.id(), step.planned());
				this.workshop.tables().steps().reopen(step.id());
			}
		}
	}

	private @Nullable Throwable start(NightJob job, JobParameters parameters) {
		try {
			job.getJobParametersValidator().validate(parameters);
			this.metadata.prepare(job.getName(), parameters);
			this.operator.start(job, parameters);
		}
		catch (JobExecutionException | RuntimeException ex) {
			return job.completed() ? null : ex;
		}
		return job.completed() ? null : job.failure();
	}

	private void record(Run run, RunEnd end) {
		try {
			this.workshop.transactions().run(() -> this.workshop.tables().runs().end(run.id(), end));
		}
		catch (FenceLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.warn("How {} ended could not be stored: {}", run, ErrorText.of(ex));
		}
	}

	private static JobParameters parameters(Occasion occasion) {
		JobParametersBuilder parameters = new JobParametersBuilder().addLocalDate("businessDate",
				occasion.businessDate());
		if (!occasion.scope().isEmpty()) {
			parameters.addString("scope", occasion.scope());
		}
		return parameters.toJobParameters();
	}

}
