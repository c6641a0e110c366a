package dev.perennial.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.perennial.money.Money;
import dev.perennial.preview.fold.Foreseen;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What stored rows say that a night did to a subscription. */
class PastNight {

	private static final String ROWS = """
			SELECT 'intake' AS job, 'REQUEST' AS kind, r.type AS name, r.request_id AS id, r.result AS what, r.reason,
			       r.answer_date AS on_day, NULL AS amount, NULL AS currency
			  FROM request r
			 WHERE r.subscription_id = :id AND r.answered_in = :date
			 UNION ALL
			SELECT 'intake', 'BANK_LINE', b.invoice_number, b.entry_id, b.result, NULL, NULL, b.credited, b.currency
			  FROM bank_line b JOIN document d ON d.number = b.invoice_number
			 WHERE d.subscription_id = :id AND b.read_in = :date
			 UNION ALL
			SELECT 'renewals', 'CHARGE', 'CARD', a.merchant_reference, a.state, a.code, a.settled_in, a.amount, a.currency
			  FROM charge_attempt a
			 WHERE a.subscription_id = :id AND (a.planned_in = :date OR a.settled_in = :date)
			 UNION ALL
			SELECT 'renewals', 'ORDER', o.origin, o.order_number, o.outcome, o.reason, o.starts_on, o.charged, s.currency
			  FROM renewal_outcome o JOIN subscription s ON s.subscription_id = o.subscription_id
			 WHERE o.subscription_id = :id AND o.business_date = :date
			 UNION ALL
			SELECT 'windows', 'WINDOW', '', '', CASE WHEN w.lapsed_in = :date THEN 'LAPSED' ELSE 'OPENED' END, NULL,
			       w.closes_on, NULL, NULL
			  FROM renewal_window w
			 WHERE w.subscription_id = :id AND (w.opened_in = :date OR w.lapsed_in = :date)
			 UNION ALL
			SELECT 'invoices', 'DOCUMENT', d.type, d.number, 'ISSUED', NULL, d.term_starts_on, d.gross, d.currency
			  FROM document d
			 WHERE d.subscription_id = :id AND d.issue_date = :date
			 UNION ALL
			SELECT 'notices', 'NOTICE', n.code, n.notice_id, n.state, n.reason, n.target_on, NULL, NULL
			  FROM notice n
			 WHERE n.subscription_id = :id AND n.state_in = :date
			""";

	private final JdbcClient jdbc;

	PastNight(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean isKnown(String subscription) {
		return this.jdbc.sql("SELECT COUNT(*) FROM subscription WHERE subscription_id = :id")
			.param("id", subscription)
			.query(Long.class)
			.single() > 0;
	}

	List<Foreseen> of(String subscription, LocalDate date) {
		return this.jdbc.sql(ROWS)
			.param("id", subscription)
			.param("date", date)
			.query((row, number) -> new Foreseen(row.getString("job"),
					new Thing(Kind.valueOf(row.getString("kind")), subscription, row.getString("name"),
							row.getString("id")),
					new Result(row.getString("what"), row.getString("reason"), row.getObject("on_day", LocalDate.class),
							amount(row)),
					Set.of()))
			.list();
	}

	private static @Nullable Money amount(ResultSet row) throws SQLException {
		return (row.getObject("amount") != null) ? Money.of(row.getLong("amount"), row.getString("currency")) : null;
	}

}
