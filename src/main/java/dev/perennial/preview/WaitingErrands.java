package dev.perennial.preview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.Notices;
import dev.perennial.preview.fold.Errands;
import dev.perennial.preview.fold.Errands.Refund;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier nights and people left to be done, by subscription. */
class WaitingErrands {

	private static final String UNDONE = """
			SELECT subscription_id FROM charge_attempt WHERE open_key = 1
			 UNION
			SELECT subscription_id FROM renewal_order WHERE document_due IN ('INVOICE', 'CREDIT_NOTE')
			""";

	private final JdbcClient jdbc;

	private final Notices notices;

	WaitingErrands(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.notices = new Notices(jdbc);
	}

	/**
	 * All of it by subscription; those of which only a charge or a document waits are in
	 * it too. What is about no subscription stands under the empty one.
	 */
	Map<String, Errands> all() {
		Map<String, Errands> all = new TreeMap<>();
		this.jdbc.sql(UNDONE).query(String.class).list().forEach((id) -> all.put(id, Errands.NONE));
		Set<String> retries = retries();
		Map<String, List<Notice>> toSend = toSend(retries);
		Map<String, List<String>> endings = endings();
		Map<String, List<Refund>> refunds = refunds();
		Set<String> subscriptions = new HashSet<>(all.keySet());
		subscriptions.addAll(toSend.keySet());
		subscriptions.addAll(endings.keySet());
		subscriptions.addAll(refunds.keySet());
		subscriptions.addAll(ordered(retries));
		subscriptions.forEach((id) -> all.put(id, new Errands(retries, endings.getOrDefault(id, List.of()),
				toSend.getOrDefault(id, List.of()), refunds.getOrDefault(id, List.of()))));
		return all;
	}

	/** Orders by their numbers and notices by their ids. */
	private Set<String> retries() {
		return this.jdbc.sql("SELECT parked_id FROM retry_request WHERE taken_in IS NULL")
			.query(String.class)
			.stream()
			.map((id) -> id.replaceFirst("^(ORDER|NOTICE):", ""))
			.collect(Collectors.toSet());
	}

	private List<String> ordered(Set<String> retries) {
		return Chunks.read(retries,
				(some) -> this.jdbc
					.sql("SELECT DISTINCT subscription_id FROM renewal_order WHERE order_number IN (:numbers)")
					.param("numbers", some)
					.query(String.class)
					.list());
	}

	private Map<String, List<Notice>> toSend(Set<String> retries) {
		List<String> ids = new ArrayList<>(
				this.jdbc.sql("SELECT notice_id FROM notice WHERE waits_for = 'NIGHT'").query(String.class).list());
		ids.addAll(retries);
		return Chunks.read(ids, this.notices::byId)
			.stream()
			.collect(Collectors.groupingBy((notice) -> notice.about().subscriptionId()));
	}

	private Map<String, List<String>> endings() {
		return this.jdbc
			.sql("SELECT subscription_id, request_id FROM support_request WHERE ended_key = 1 ORDER BY request_id")
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private Map<String, List<Refund>> refunds() {
		return this.jdbc.sql("""
				SELECT o.subscription_id, r.payment_id, r.amount, r.currency
				  FROM refund r
				  JOIN payment p ON p.payment_id = r.payment_id
				  JOIN renewal_order o ON o.order_number = p.order_number
				 WHERE r.state = 'PLANNED'
				""")
			.query((row, number) -> Map.entry(row.getString(1),
					new Refund(row.getString(2), Money.of(row.getLong(3), row.getString(4)))))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
