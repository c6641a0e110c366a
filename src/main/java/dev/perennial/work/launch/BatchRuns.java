package dev.perennial.work.launch;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The runs of jobs, one per job, business date and scope.
 */
final class BatchRuns {

	private final JdbcClient jdbc;

	BatchRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<BatchRun> find(String job, Occasion occasion) {
		return this.jdbc.sql("""
				SELECT run_id, state FROM batch_run
				WHERE business_date = :businessDate AND job = :job AND scope = :scope
				""")
			.param("businessDate", occasion.businessDate())
			.param("job", job)
			.param("scope", occasion.scope())
			.query((rs, row) -> new BatchRun(rs.getLong("run_id"), RunState.valueOf(rs.getString("state"))))
			.optional();
	}

	long begin(String job, Occasion occasion) {
		KeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO batch_run (business_date, job, scope, state, fence, started_at)
				SELECT :businessDate, :job, :scope, 'RUNNING', fence, UTC_TIMESTAMP(3) FROM night_fence WHERE id = 1
				""")
			.param("businessDate", occasion.businessDate())
			.param("job", job)
			.param("scope", occasion.scope())
			.update(id);
		return Objects.requireNonNull(id.getKey(), "The database gives an id").longValue();
	}

	void goOn(long runId) {
		this.jdbc.sql("""
				UPDATE batch_run
				SET state = 'RUNNING', error = NULL, ended_at = NULL,
				    fence = (SELECT fence FROM night_fence WHERE id = 1)
				WHERE run_id = :runId
				""").param("runId", runId).update();
	}

	void end(long runId, RunEnd end) {
		this.jdbc.sql("""
				UPDATE batch_run SET state = :state, error = :error, ended_at = UTC_TIMESTAMP(3)
				WHERE run_id = :runId
				""")
			.param("state", end.state().name())
			.param("error", end.error().isEmpty() ? null : end.error())
			.param("runId", runId)
			.update();
	}

	/** Ends the runs of single subscriptions that are not completed. */
	void takeOverScoped(LocalDate businessDate) {
		this.jdbc.sql("""
				UPDATE batch_run
				SET state = 'STOPPED', error = 'The night as a whole took it over', ended_at = UTC_TIMESTAMP(3)
				WHERE business_date = :businessDate AND scope <> '' AND state IN ('RUNNING', 'FAILED', 'WAITING')
				""").param("businessDate", businessDate).update();
	}

	/**
	 * A run as it stands.
	 */
	record BatchRun(long id, RunState state) {
	}

}
