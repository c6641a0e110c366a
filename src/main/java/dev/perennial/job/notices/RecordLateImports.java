package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.notice.Notice;
import dev.perennial.notice.Notices;
import dev.perennial.renewal.ImportedLate;
import dev.perennial.renewal.ImportedLate.Imported;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records the missed notice of imported terms that this night renewed already (rules
 * 2.4).
 */
class RecordLateImports implements RowWork {

	private final JdbcClient jdbc;

	private final Notices notices;

	RecordLateImports(JdbcClient jdbc, Notices notices) {
		this.jdbc = jdbc;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "record-late-imports";
	}

	/** Terms that are current are the business of the plan of all notices. */
	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(List.of()) : Plan.of("""
				SELECT s.subscription_id AS item_key
				  FROM subscription s
				  JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = 0 AND t.origin = 'IMPORT'
				 WHERE s.look_on <= :date AND s.created_in = :date AND s.term_seq > 0
				""").with("date", run.businessDate());
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		LocalDate date = run.businessDate();
		List<Notice> late = this.jdbc.sql("""
				SELECT s.subscription_id, s.partner_id, t.seq, t.starts_on, t.ends_on, o.seq AS off_seq
				  FROM subscription s
				  JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = 0
				  LEFT JOIN auto_renew_off o ON o.subscription_id = t.subscription_id AND o.seq = t.seq
				                             AND o.cause = 'IMPORT'
				 WHERE s.subscription_id IN (:ids)
				   AND NOT EXISTS (SELECT 1 FROM notice n
				                    WHERE n.subscription_id = s.subscription_id AND n.seq = 0
				                      AND n.code IN ('RENEWAL_NOTICE', 'EXPIRY_NOTICE'))
				""")
			.param("ids", chunk.keys())
			.query((row, number) -> ImportedLate.notice(new Imported(row.getString(1), row.getString(2), row.getInt(3),
					row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), row.getObject(6) == null),
					date))
			.stream()
			.flatMap(Optional::stream)
			.toList();
		this.notices.add(late);
		return Outcomes.done();
	}

}
