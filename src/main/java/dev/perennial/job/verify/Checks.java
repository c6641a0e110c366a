package dev.perennial.job.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the invariants on one snapshot of the database. */
public final class Checks {

	/** How many violations of one invariant are listed. */
	static final int LISTED = 100;

	private static final LocalDate EVER = LocalDate.of(1000, 1, 1);

	private final JdbcClient jdbc;

	private final TransactionOperations snapshot;

	private final List<Invariant> invariants;

	Checks(JdbcClient jdbc, TransactionOperations snapshot, List<Invariant> invariants) {
		this.jdbc = jdbc;
		this.snapshot = snapshot;
		this.invariants = invariants;
	}

	/**
	 * Checks that read a database in a read-only transaction of their own.
	 */
	public static Checks reading(DataSource database) {
		return reading(database, Invariants.all());
	}

	static Checks reading(DataSource database, List<Invariant> invariants) {
		TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
		snapshot.setReadOnly(true);
		snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		return new Checks(JdbcClient.create(database), snapshot, invariants);
	}

	/**
	 * Looks at what changed in the nights since a day.
	 * @param businessDate the night that was worked last, up to and without its verify
	 * @param since the first night to look at; the same for one night
	 */
	public Findings ofNights(LocalDate since, LocalDate businessDate, Limits limits) {
		return check(since, businessDate, limits);
	}

	/**
	 * Looks at everything.
	 * @param businessDate the night that was worked last
	 */
	public Findings ofEverything(LocalDate businessDate, Limits limits) {
		return check(EVER, businessDate, limits);
	}

	private Findings check(LocalDate since, LocalDate businessDate, Limits limits) {
		Map<String, Object> params = new HashMap<>(limits.params());
		params.put("d", businessDate);
		params.put("since", since);
		params.put("full", since.equals(EVER));
		return Objects.requireNonNull(this.snapshot.execute((status) -> {
			List<Checked> checked = new ArrayList<>();
			this.invariants.forEach((invariant) -> checked.add(check(invariant, params)));
			return new Findings(businessDate, List.copyOf(checked));
		}));
	}

	private Checked check(Invariant invariant, Map<String, Object> params) {
		List<Violation> violations = violations(invariant, params);
		long found = (violations.size() < LISTED) ? violations.size()
				: this.jdbc.sql("SELECT COUNT(*) " + violating(invariant)).params(params).query(Long.class).single();
		return new Checked(invariant, violations, found, leftOut(invariant, params));
	}

	private List<Violation> violations(Invariant invariant, Map<String, Object> params) {
		return this.jdbc
			.sql("SELECT subject, detail " + violating(invariant) + " ORDER BY subject, detail LIMIT " + LISTED)
			.params(params)
			.query((row, number) -> new Violation(invariant.id(), row.getString("subject"), row.getString("detail")))
			.list();
	}

	private SortedMap<String, Long> leftOut(Invariant invariant, Map<String, Object> params) {
		SortedMap<String, Long> counts = new TreeMap<>();
		if (invariant.leavesOut()) {
			RowCallbackHandler count = (row) -> counts.put(row.getString("left_out"), row.getLong("items"));
			this.jdbc.sql("""
					SELECT left_out, COUNT(*) AS items FROM (%s) found WHERE left_out IS NOT NULL GROUP BY left_out
					""".formatted(invariant.sql())).params(params).query(count);
		}
		return counts;
	}

	private static String violating(Invariant invariant) {
		return "FROM (%s) found%s".formatted(invariant.sql(), invariant.leavesOut() ? " WHERE left_out IS NULL" : "");
	}

}
