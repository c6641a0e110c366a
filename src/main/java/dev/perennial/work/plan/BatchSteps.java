package dev.perennial.work.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The steps of runs.
 */
final class BatchSteps {

	private final JdbcClient jdbc;

	BatchSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<BatchStep> find(long runId, String name) {
		return this.jdbc.sql("SELECT step_id, state, planned FROM batch_step WHERE run_id = :runId AND step = :name")
			.param("runId", runId)
			.param("name", name)
			.query((rs, row) -> new BatchStep(rs.getLong("step_id"), name,
					BatchStep.State.valueOf(rs.getString("state")), rs.getLong("planned")))
			.optional();
	}

	BatchStep begin(long runId, String name) {
		KeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO batch_step (run_id, step, state) VALUES (:runId, :name, 'PLANNING')")
			.param("runId", runId)
			.param("name", name)
			.update(id);
		long stepId = Objects.requireNonNull(id.getKey(), "The database gives an id").longValue();
		return new BatchStep(stepId, name, BatchStep.State.PLANNING, 0);
	}

	/** Records steps that have nothing to do: planned and completed at once. */
	void completeEmpty(long runId, List<String> names) {
		names.forEach((name) -> this.jdbc
			.sql("INSERT INTO batch_step (run_id, step, state) VALUES (:runId, :name, 'COMPLETED')")
			.param("runId", runId)
			.param("name", name)
			.update());
	}

	BatchStep planned(BatchStep step, long count) {
		this.jdbc.sql("UPDATE batch_step SET state = 'PLANNED', planned = :planned WHERE step_id = :stepId")
			.param("planned", count)
			.param("stepId", step.id())
			.update();
		return new BatchStep(step.id(), step.name(), BatchStep.State.PLANNED, count);
	}

	void complete(BatchStep step, ItemCounts counts) {
		this.jdbc.sql("""
				UPDATE batch_step SET state = 'COMPLETED', done = :done, skipped = :skipped, parked = :parked
				WHERE step_id = :stepId
				""")
			.param("done", counts.done())
			.param("skipped", counts.skipped())
			.param("parked", counts.parked())
			.param("stepId", step.id())
			.update();
	}

	/** Opens the planned steps of a run in which items are to be tried again. */
	void reopen(long stepId) {
		this.jdbc.sql("UPDATE batch_step SET state = 'PLANNED', done = 0, skipped = 0, parked = 0 WHERE step_id = :id")
			.param("id", stepId)
			.update();
	}

	/** The steps of a run whose plan is frozen. */
	List<BatchStep> frozen(long runId) {
		return this.jdbc.sql("""
				SELECT step_id, step, state, planned FROM batch_step
				WHERE run_id = :runId AND state <> 'PLANNING' AND planned > 0
				""")
			.param("runId", runId)
			.query((rs, row) -> new BatchStep(rs.getLong("step_id"), rs.getString("step"),
					BatchStep.State.valueOf(rs.getString("state")), rs.getLong("planned")))
			.list();
	}

}
