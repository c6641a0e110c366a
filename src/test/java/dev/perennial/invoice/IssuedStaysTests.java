package dev.perennial.invoice;

import java.sql.SQLException;
import java.util.List;

import dev.perennial.demo.DatabaseAccount;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The program's database user has no right to change what is issued, nor to take a
 * switch-off back (rules 3.2, 9.3): tried as that user, statement by statement.
 */
@DatabaseTest(emptied = false)
@Tag("mysql")
class IssuedStaysTests {

	/** What servers say to a statement, a column or a trigger that is not granted. */
	private static final List<Integer> DENIED = List.of(1142, 1143, 1419);

	private final TestDatabase database;

	private final JdbcClient program;

	IssuedStaysTests(TestDatabase database) {
		this.database = database;
		this.program = database.jdbc();
	}

	@Test
	void theProgramIsTheUserThatIsTried() {
		assertThat(this.program.sql("SELECT CURRENT_USER()").query(String.class).single())
			.startsWith(DatabaseAccount.APP + "@");
	}

	@ParameterizedTest
	@ValueSource(strings = { "document", "document_line", "document_block", "auto_renew_off" })
	void noColumnCanBeUpdated(String table) {
		columns(table).forEach((column) -> assertDenied("UPDATE %1$s SET %2$s = %2$s".formatted(table, column)));
		columns(table).forEach((column) -> assertDenied(
				"UPDATE %1$s t JOIN night n ON n.state = 'OPEN' SET t.%2$s = t.%2$s".formatted(table, column)));
	}

	/** What is released goes to the partner's credit; the allocation itself stays. */
	@Test
	void ofAnAllocationOnlyItsReleaseCanBeUpdated() {
		assertThat(columns("allocation")).contains("payment_id", "number", "amount", "released_in");
		columns("allocation").stream()
			.filter((column) -> !column.equals("released_in"))
			.forEach((column) -> assertDenied("UPDATE allocation SET %1$s = %1$s".formatted(column)));
		assertThat(this.program.sql("UPDATE allocation SET released_in = '2026-06-23' WHERE amount > 0").update())
			.isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "document", "document_line", "document_block", "auto_renew_off", "allocation" })
	void noRowCanBeDeletedOrReplaced(String table) {
		String column = columns(table).get(2);
		assertDenied("DELETE FROM " + table);
		assertDenied("DELETE t FROM %s t JOIN night n ON n.state = 'OPEN'".formatted(table));
		assertDenied("REPLACE INTO %1$s SELECT * FROM %1$s".formatted(table));
		assertDenied("INSERT INTO %1$s (%2$s) VALUES (NULL) ON DUPLICATE KEY UPDATE %2$s = VALUES(%2$s)"
			.formatted(table, column));
	}

	@ParameterizedTest
	@ValueSource(strings = { "document", "document_line", "document_block", "auto_renew_off", "allocation" })
	void theTableItselfIsOutOfReach(String table) {
		for (String statement : List.of("TRUNCATE TABLE %s", "DROP TABLE %s", "ALTER TABLE %s ADD extra INT",
				"RENAME TABLE %s TO elsewhere", "CREATE TRIGGER t BEFORE INSERT ON %s FOR EACH ROW SET @a = 1")) {
			assertDenied(statement.formatted(table));
		}
	}

	/** A right on the row above would else reach down. */
	@Test
	void noForeignKeyChangesRowsByItself() {
		assertThat(this.database.ownerJdbc().sql("""
				SELECT CONCAT(table_name, ' ', constraint_name) FROM information_schema.referential_constraints
				WHERE constraint_schema = ?
				  AND (delete_rule NOT IN ('RESTRICT', 'NO ACTION') OR update_rule NOT IN ('RESTRICT', 'NO ACTION'))
				""").param(this.database.schema()).query(String.class).list()).isEmpty();
	}

	/** Without it the program could give itself what it lacks. */
	@Test
	void theProgramCanGrantNothing() {
		assertDenied("GRANT UPDATE ON document TO '%s'@'%%'".formatted(DatabaseAccount.APP));
		assertThat(this.program.sql("SHOW GRANTS").query(String.class).list())
			.noneMatch((grant) -> grant.contains("GRANT OPTION") || grant.contains("ALL PRIVILEGES"));
	}

	private void assertDenied(String statement) {
		Throwable refused = catchThrowable(() -> this.program.sql(statement).update());
		assertThat(refused).as(statement).isNotNull();
		assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).as(statement)
			.isInstanceOfSatisfying(SQLException.class, (ex) -> assertThat(ex.getErrorCode()).isIn(DENIED));
	}

	private List<String> columns(String table) {
		List<String> columns = this.database.ownerJdbc().sql("""
				SELECT column_name FROM information_schema.columns
				WHERE table_schema = :schema AND table_name = :table ORDER BY ordinal_position
				""").param("schema", this.database.schema()).param("table", table).query(String.class).list();
		assertThat(columns).as(table).isNotEmpty();
		return columns;
	}

}
