package dev.perennial.job.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.renewal.Cancellation;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.Verdict;
import dev.perennial.renewal.Verdict.Decided;
import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends support requests as a person decided (rules 10.2, 11.3). */
class EndRequests implements RowWork {

	private final JdbcClient jdbc;

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	EndRequests(JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks) {
		this.jdbc = JdbcClient.create(jdbc);
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
	}

	@Override
	public String name() {
		return "end-requests";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT request_id AS item_key
				  FROM support_request
				 WHERE ended_key = 1 AND (:scope = '' OR subscription_id = :scope)
				""").with("scope", run.scope());
	}

	@Override
	public boolean inOrder() {
		return true;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, String> subscriptions = this.jdbc
			.sql("SELECT request_id, subscription_id FROM support_request WHERE request_id IN (:ids)")
			.param("ids", chunk.keys())
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		Map<String, Dossier> before = this.dossiers.lock(new TreeSet<>(subscriptions.values()), tonight.date());
		Map<String, Dossier> facts = new LinkedHashMap<>(before);
		Outcomes outcomes = Outcomes.done();
		for (Item item : chunk) {
			Dossier dossier = Objects.requireNonNull(facts.get(subscriptions.get(item.key())));
			Verdict verdict = Cancellation.decide(dossier, item.key(), tonight);
			if (verdict.decided() == Decided.WAITS) {
				outcomes.skip(item, "CHARGE_OPEN");
			}
			facts.put(dossier.id(), verdict.after());
		}
		this.dossiers.save(before, facts.values(), tonight.date());
		return outcomes;
	}

}
