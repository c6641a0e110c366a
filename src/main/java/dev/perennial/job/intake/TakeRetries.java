package dev.perennial.job.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.notice.Notices;
import dev.perennial.order.Order;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Mailing;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what a person asked to be tried again (rules 11.3): a parked order is charged
 * again in this night, a notice that failed or is in doubt is sent again.
 */
class TakeRetries implements RowWork {

	private static final String ORDER = "ORDER:";

	private static final String NOTICE = "NOTICE:";

	private static final String REFUND = "REFUND:";

	private final JdbcClient jdbc;

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	private final Notices notices;

	TakeRetries(JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks) {
		this.jdbc = JdbcClient.create(jdbc);
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
		this.notices = new Notices(jdbc);
	}

	@Override
	public String name() {
		return "take-retries";
	}

	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(Set.of())
				: Plan.of("SELECT parked_id AS item_key FROM retry_request WHERE taken_in IS NULL");
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		orders(chunk, tonight);
		notices(chunk, tonight);
		refunds(chunk);
		this.jdbc.sql("UPDATE retry_request SET taken_in = :date WHERE parked_id IN (:ids)")
			.param("date", tonight.date())
			.param("ids", chunk.keys())
			.update();
		return Outcomes.done();
	}

	private void notices(Chunk chunk, Tonight tonight) {
		TreeSet<String> ids = named(chunk, NOTICE);
		if (!ids.isEmpty()) {
			this.notices.update(this.notices.byId(ids)
				.stream()
				.flatMap((notice) -> Mailing.again(notice, tonight).stream())
				.toList());
		}
	}

	/** The renewals of this night ask the gateway again, under the same key. */
	private void refunds(Chunk chunk) {
		TreeSet<String> ids = named(chunk, REFUND);
		if (!ids.isEmpty()) {
			this.jdbc.sql("UPDATE refund SET state = 'PLANNED' WHERE payment_id IN (:ids) AND state = 'REFUSED'")
				.param("ids", ids)
				.update();
		}
	}

	private void orders(Chunk chunk, Tonight tonight) {
		TreeSet<String> numbers = named(chunk, ORDER);
		if (numbers.isEmpty()) {
			return;
		}
		TreeSet<String> subscriptions = new TreeSet<>(
				this.jdbc.sql("SELECT subscription_id FROM renewal_order WHERE order_number IN (:numbers)")
					.param("numbers", numbers)
					.query(String.class)
					.list());
		Map<String, Dossier> before = this.dossiers.lock(subscriptions, tonight.date());
		Map<String, Dossier> facts = new LinkedHashMap<>(before);
		for (Dossier dossier : before.values()) {
			for (Order order : dossier.dealings().orders()) {
				if (numbers.contains(order.number())) {
					facts.put(dossier.id(), CardDunning.retried(dossier, order, tonight));
				}
			}
		}
		this.dossiers.save(before, facts.values(), tonight.date());
	}

	private static TreeSet<String> named(Chunk chunk, String kind) {
		return chunk.keys()
			.stream()
			.filter((key) -> key.startsWith(kind))
			.map((key) -> key.substring(kind.length()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
