package dev.perennial.work.engine;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that say what is planned and what is done.
 */
record BatchTables(BatchRuns runs, BatchSteps steps, BatchParts parts, BatchItems items, PlanKeys keys) {

	static BatchTables over(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		return new BatchTables(new BatchRuns(jdbc), new BatchSteps(jdbc), new BatchParts(jdbc),
				new BatchItems(jdbc, batches), new PlanKeys(jdbc, batches));
	}

}
