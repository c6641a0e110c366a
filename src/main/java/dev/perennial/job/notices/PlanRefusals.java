package dev.perennial.job.notices;

import java.util.Arrays;
import java.util.List;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.notice.Notice;
import dev.perennial.notice.Notices;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.EventNotices;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plans the notices of requests that this night refused, of partners that we know (rules
 * 8.1, 11.6).
 */
class PlanRefusals implements RowWork {

	private static final List<String> TOLD = Arrays.stream(Refusal.values())
		.filter(Refusal::isTold)
		.map(Refusal::name)
		.toList();

	private final JdbcClient jdbc;

	private final Notices notices;

	private final Rulebooks rulebooks;

	PlanRefusals(JdbcClient jdbc, Notices notices, Rulebooks rulebooks) {
		this.jdbc = jdbc;
		this.notices = notices;
		this.rulebooks = rulebooks;
	}

	@Override
	public String name() {
		return "plan-refusals";
	}

	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(List.of()) : Plan.of("""
				SELECT row_key AS item_key
				  FROM request
				 WHERE answered_in = :date AND result = 'REFUSED' AND reason IN (:told)
				""").with("date", run.businessDate()).with("told", TOLD);
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		List<Notice> planned = this.jdbc
			.sql("SELECT request_id, partner_id, subscription_id FROM request WHERE row_key IN (:keys)")
			.param("keys", chunk.keys())
			.query((row, number) -> EventNotices.ofRefusedRequest(row.getString(1), row.getString(2), row.getString(3),
					tonight))
			.list();
		this.notices.add(planned);
		return Outcomes.done();
	}

}
