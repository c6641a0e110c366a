package dev.perennial.tax;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.vat.VatAnswer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register said of VAT ids, with the day (rules 5.5). */
public class VatAnswers {

	/** Nobody asked yet, and there is no earlier VALID. */
	public static final VatEvidence NONE = new VatEvidence(VatAnswer.UNAVAILABLE, null);

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	public VatAnswers(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
	}

	/**
	 * What is known of VAT ids on a day: the answer of that day, UNAVAILABLE where none
	 * was asked for, and the last VALID up to it, unless an INVALID came after it.
	 */
	public Map<String, VatEvidence> on(LocalDate day, Collection<String> vatIds) {
		if (vatIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				SELECT vat_id,
				       MAX(CASE WHEN asked_on = :day THEN answer END) AS answer,
				       CASE WHEN COALESCE(MAX(CASE WHEN answer = 'INVALID' THEN asked_on END), '0001-01-01')
				                 < MAX(CASE WHEN answer = 'VALID' THEN asked_on END)
				            THEN MAX(CASE WHEN answer = 'VALID' THEN asked_on END) END AS last_valid_on
				  FROM vat_answer
				 WHERE vat_id IN (:ids) AND asked_on <= :day
				 GROUP BY vat_id
				""").param("ids", vatIds).param("day", day).query((row, number) -> {
			String answer = row.getString("answer");
			return Map.entry(row.getString("vat_id"),
					new VatEvidence((answer != null) ? VatAnswer.valueOf(answer) : VatAnswer.UNAVAILABLE,
							row.getObject("last_valid_on", LocalDate.class)));
		}).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The VAT ids among some about which the register was asked on a day. */
	public Set<String> askedOn(LocalDate day, Collection<String> vatIds) {
		return vatIds.isEmpty() ? Set.of()
				: Set.copyOf(this.jdbc.sql("SELECT vat_id FROM vat_answer WHERE vat_id IN (:ids) AND asked_on = :day")
					.param("ids", vatIds)
					.param("day", day)
					.query(String.class)
					.list());
	}

	/** What the register last said before a day, where it said anything. */
	public Map<String, VatAnswer> lastBefore(LocalDate day, Collection<String> vatIds) {
		if (vatIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				SELECT a.vat_id, a.answer
				  FROM vat_answer a
				  JOIN (SELECT vat_id, MAX(asked_on) AS asked_on
				          FROM vat_answer
				         WHERE vat_id IN (:ids) AND asked_on < :day AND answer <> 'UNAVAILABLE'
				         GROUP BY vat_id) newest ON newest.vat_id = a.vat_id AND newest.asked_on = a.asked_on
				""")
			.param("ids", vatIds)
			.param("day", day)
			.query((row, number) -> Map.entry(row.getString(1), VatAnswer.valueOf(row.getString(2))))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Stores the answers of a day; one that is stored already stands. */
	public void store(LocalDate day, List<Map.Entry<String, VatAnswer>> answers) {
		this.batches.batchUpdate("""
				INSERT INTO vat_answer (vat_id, asked_on, answer) VALUES (?, ?, ?)
				ON DUPLICATE KEY UPDATE vat_id = vat_id
				""",
				answers.stream()
					.map((answer) -> new Object[] { answer.getKey(), day, answer.getValue().name() })
					.toList());
	}

}
