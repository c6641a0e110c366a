package dev.perennial.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.rows.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices. */
public class Notices {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Notices(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The notices about the current term and what would follow it, by subscription. */
	public Map<String, List<Notice>> current(Collection<String> subscriptionIds) {
		return this.jdbc
			.sql("""
					SELECT n.subject, n.code, n.subscription_id, n.seq, n.partner_id, n.order_number, n.target_on, n.last_on,
					       n.state, n.reason, n.planned_in, n.state_in, n.sent_on, n.named_net, s.currency
					  FROM subscription s
					  STRAIGHT_JOIN notice n FORCE INDEX (of_subscription)
					       ON n.subscription_id = s.subscription_id AND n.seq >= COALESCE(s.term_seq, -1)
					 WHERE s.subscription_id IN (:ids)
					""")
			.param("ids", subscriptionIds)
			.query(Notices::notice)
			.stream()
			.collect(Collectors.groupingBy((notice) -> notice.about().subscriptionId()));
	}

	/** Notices by id. */
	public List<Notice> byId(Collection<String> ids) {
		return this.jdbc.sql("""
				SELECT n.*, s.currency
				  FROM notice n
				  LEFT JOIN subscription s ON s.subscription_id = n.subscription_id
				 WHERE n.notice_id IN (:ids)
				 ORDER BY n.notice_id
				""").param("ids", ids).query(Notices::notice).list();
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void add(List<Notice> notices) {
		this.rows.insert("""
				INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, order_number, target_on,
				       last_on, state, reason, planned_in, state_in, sent_on, named_net)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", notices.stream().map((notice) -> {
			Notice.About about = notice.about();
			NoticeProgress progress = notice.progress();
			Money named = notice.namedNet();
			return new Object[] { notice.id(), notice.subject().text(), notice.code().name(), about.subscriptionId(),
					about.seq(), about.partnerId(), about.orderNumber(), notice.days().target(), notice.days().last(),
					progress.state().name(), progress.reason(), progress.plannedIn(), progress.stateIn(),
					progress.sentOn(), (named != null) ? named.units() : null };
		}).toList());
	}

	/** Writes how far notices are. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void update(List<Notice> notices) {
		this.rows.update(
				"UPDATE notice SET state = ?, reason = ?, state_in = ?, sent_on = ? WHERE notice_id IN (:keys)",
				notices.stream()
					.map((notice) -> new Object[] { notice.state().name(), notice.progress().reason(),
							notice.progress().stateIn(), notice.progress().sentOn(), notice.id() })
					.toList());
	}

	/** A row of {@code notice} with the currency of its subscription. */
	public static Notice notice(ResultSet row, int number) throws SQLException {
		String currency = row.getString("currency");
		boolean named = row.getObject("named_net") != null && currency != null;
		return new Notice(new Subject(row.getString("subject")), NoticeCode.valueOf(row.getString("code")),
				new Notice.About(row.getString("partner_id"), row.getString("subscription_id"), seq(row),
						row.getString("order_number")),
				new NoticeCode.Days(row.getObject("target_on", LocalDate.class),
						row.getObject("last_on", LocalDate.class)),
				new NoticeProgress(NoticeState.valueOf(row.getString("state")), row.getString("reason"),
						row.getObject("planned_in", LocalDate.class), row.getObject("state_in", LocalDate.class),
						row.getObject("sent_on", LocalDate.class)),
				named ? new Money(row.getLong("named_net"), Currency.getInstance(currency)) : null);
	}

	private static @Nullable Integer seq(ResultSet row) throws SQLException {
		return (row.getObject("seq") != null) ? row.getInt("seq") : null;
	}

}
