package dev.perennial.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is asked of many rows happens to each of them, or the caller is told. */
@DatabaseTest
@Tag("mysql")
class RowsTests {

	private static final String INSERT = "INSERT INTO card (card_id, token, expires_on) VALUES (?, ?, ?) "
			+ "ON DUPLICATE KEY UPDATE expires_on = VALUES(expires_on)";

	private static final String UPDATE = "UPDATE card SET token = ?, expires_on = ? WHERE card_id IN (:keys)";

	private static final LocalDate JULY = LocalDate.of(2026, 7, 31);

	private final TestDatabase database;

	private final Rows rows;

	RowsTests(TestDatabase database) {
		this.database = database;
		this.rows = new Rows(new JdbcTemplate(database.app()));
	}

	/**
	 * Counted by the server for one session: others work beside it on the same server.
	 */
	@Test
	void insertsManyRowsWithTheirNullsByOneStatement() throws SQLException {
		try (Connection connection = this.database.app().getConnection()) {
			JdbcTemplate session = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			long before = inserts(session);
			new Rows(session).insert(INSERT, cards(500));
			assertThat(inserts(session) - before).isEqualTo(1);
		}
		assertThat(count("expires_on IS NULL")).isEqualTo(250);
		assertThat(count("expires_on = '2026-07-31'")).isEqualTo(250);
	}

	@Test
	void updatesByOneStatementWhatGetsTheSameValues() {
		this.rows.insert(INSERT, cards(500));
		List<Object[]> changed = new ArrayList<>();
		cards(500).forEach((card) -> changed.add(Rows.row("new", null, card[0])));
		changed.set(7, Rows.row("alone", JULY, "C7"));
		this.rows.update(UPDATE, changed);
		assertThat(count("token = 'new' AND expires_on IS NULL")).isEqualTo(499);
		assertThat(count("token = 'alone' AND expires_on = '2026-07-31' AND card_id = 'C7'")).isEqualTo(1);
	}

	@Test
	void meetsARowThatHasTheValuesAlready() {
		this.rows.insert(INSERT, cards(2));
		this.rows.update(UPDATE, List.of(Rows.row("t", null, "C0"), Rows.row("t", JULY, "C1")));
		assertThat(count("token = 't'")).isEqualTo(2);
	}

	@Test
	void saysThatARowIsMissingWhetherItSharesItsStatementOrNot() {
		this.rows.insert(INSERT, cards(2));
		assertThatExceptionOfType(RowMissing.class)
			.isThrownBy(() -> this.rows.update(UPDATE, List.<Object[]>of(Rows.row("new", JULY, "gone"))));
		assertThatExceptionOfType(RowMissing.class).isThrownBy(() -> this.rows.update(UPDATE,
				List.of(Rows.row("new", JULY, "C0"), Rows.row("new", JULY, "C1"), Rows.row("new", JULY, "gone"))));
	}

	@Test
	void refusesToChangeARowTwice() {
		this.rows.insert(INSERT, cards(1));
		assertThatExceptionOfType(RowMissing.class).isThrownBy(
				() -> this.rows.update(UPDATE, List.of(Rows.row("new", JULY, "C0"), Rows.row("new", JULY, "C0"))));
	}

	@Test
	void insertsNothingIfOneOfTheRowsIsRefused() {
		List<Object[]> twice = cards(3);
		twice.add(twice.get(0));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.rows.insert(INSERT.substring(0, INSERT.indexOf(" ON ")), twice));
		assertThat(count("TRUE")).isZero();
	}

	@Test
	void doesNothingForNoRows() {
		this.rows.insert(INSERT, List.of());
		this.rows.update(UPDATE, List.of());
		this.rows.each("DELETE FROM card WHERE card_id = ?", List.of());
	}

	private static List<Object[]> cards(int count) {
		List<Object[]> cards = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			cards.add(Rows.row("C" + i, "t", (i % 2 == 0) ? null : JULY));
		}
		return cards;
	}

	private long count(String where) {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM card WHERE " + where).query(Long.class).single();
	}

	private static long inserts(JdbcTemplate session) {
		return session.query("SHOW SESSION STATUS LIKE 'Com_insert'", (row, number) -> row.getLong(2)).get(0);
	}

}
