package dev.perennial.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What came out of a night, counted. */
final class NightFigures {

	// Counted outside: MySQL does not see that an expression is the one that is grouped
	// by
	private static final String ALL = """
			SELECT place, topic, what, outcome, currency, COUNT(*) AS items, SUM(units) AS units FROM (
			  SELECT 1 AS place, 'requests' AS topic, type AS what, CONCAT_WS(' ', result, reason) AS outcome,
			         NULL AS currency, NULL AS units
			  FROM request WHERE answered_in = :date
			  UNION ALL
			  SELECT 2, 'bank lines', result, '', currency, amount FROM bank_line WHERE read_in = :date
			  UNION ALL
			  SELECT 3, 'renewals', outcome, CASE outcome WHEN 'PARKED' THEN '' ELSE COALESCE(reason, '') END, NULL, NULL
			  FROM renewal_outcome WHERE business_date = :date
			  UNION ALL
			  SELECT 4, 'charges', state, '', currency, amount
			  FROM charge_attempt WHERE planned_in = :date OR settled_in = :date
			  UNION ALL
			  SELECT 5, 'windows', 'OPENED', '', NULL, NULL FROM renewal_window WHERE opened_in = :date
			  UNION ALL
			  SELECT 5, 'windows', 'LAPSED', '', NULL, NULL FROM renewal_window WHERE lapsed_in = :date
			  UNION ALL
			  SELECT 6, 'invoices', type, payment_method, currency, gross FROM document WHERE issue_date = :date
			  UNION ALL
			  SELECT 7, 'notices', code, CONCAT_WS(' ', state, CASE state WHEN 'MISSED' THEN reason END), NULL, NULL
			  FROM notice WHERE state_in = :date
			) figures
			GROUP BY place, topic, what, outcome, currency ORDER BY place, what, outcome, currency
			""";

	private final JdbcClient jdbc;

	NightFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Figure> of(LocalDate date) {
		Map<List<String>, Figure> figures = new LinkedHashMap<>();
		this.jdbc.sql(ALL)
			.param("date", date)
			.query((rs, row) -> new Figure(rs.getString("topic"), rs.getString("what"), rs.getString("outcome"),
					rs.getLong("items"), amounts(rs.getLong("units"), rs.getString("currency"))))
			.list()
			.forEach((figure) -> figures.merge(List.of(figure.topic(), figure.what(), figure.outcome()), figure,
					Figure::plus));
		return List.copyOf(figures.values());
	}

	private static List<String> amounts(long units, @Nullable String currency) {
		return (currency == null) ? List.of() : List.of(Money.of(units, currency).toString());
	}

	/** A table in which each topic is named once. */
	static String table(List<Figure> figures) {
		List<List<String>> rows = new ArrayList<>();
		String topic = "";
		for (Figure figure : figures) {
			rows.add(List.of(figure.topic().equals(topic) ? "" : figure.topic(), figure.what(), figure.outcome(),
					Long.toString(figure.count()), String.join(", ", figure.amounts())));
			topic = figure.topic();
		}
		return Texts.table(List.of("what happened", "", "", "count", "money"), rows);
	}

	/**
	 * A line of the table.
	 *
	 * @param topic what it is about
	 * @param what the kind: a code, an outcome, a type
	 * @param outcome what became of it, and why; may be empty
	 * @param count how many
	 * @param amounts their sum in each currency, of what is money
	 */
	record Figure(String topic, String what, String outcome, long count, List<String> amounts) {

		/** The same line with what there is in another currency. */
		Figure plus(Figure other) {
			return new Figure(this.topic, this.what, this.outcome, this.count + other.count,
					Stream.concat(this.amounts.stream(), other.amounts.stream()).toList());
		}

	}

}
