package dev.perennial.testing;

import java.util.List;
import java.util.stream.IntStream;

import dev.perennial.demo.DatabaseAccount;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a test class may rely on. */
@DatabaseTest
@Tag("mysql")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseTestTests {

	private final TestDatabase database;

	DatabaseTestTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	@Order(1)
	void hasTheTablesOfTheMigrationsAndTheirRows() {
		assertThat(rows("night_fence")).isEqualTo(1);
		assertThat(rows("BATCH_JOB_INSTANCE_SEQ")).isEqualTo(1);
		assertThat(rows("partner")).isZero();
	}

	@Test
	@Order(2)
	void mayWriteWhatItLikes() {
		this.database.jdbc().sql("UPDATE night_fence SET fence = 99").update();
		this.database.jdbc().sql("INSERT INTO night (business_date) VALUES ('2026-06-22')").update();
		assertThat(rows("night")).isEqualTo(1);
	}

	@Test
	@Order(3)
	void findsNothingOfTheMethodBefore() {
		assertThat(this.database.jdbc().sql("SELECT fence FROM night_fence").query(Integer.class).single()).isZero();
		assertThat(rows("night")).isZero();
	}

	@Test
	void bringsBackTheRowsThatWereKept() {
		this.database.jdbc().sql("INSERT INTO night (business_date) VALUES ('2026-06-22')").update();
		this.database.keep();
		this.database.jdbc().sql("UPDATE night_fence SET fence = 99").update();
		this.database.jdbc().sql("INSERT INTO night (business_date) VALUES ('2026-06-23')").update();
		this.database.restore();
		assertThat(this.database.jdbc().sql("SELECT business_date FROM night").query(String.class).list())
			.containsExactly("2026-06-22");
		assertThat(this.database.jdbc().sql("SELECT fence FROM night_fence").query(Integer.class).list())
			.containsExactly(0);
	}

	@Test
	void copiesTheForeignKeys() {
		assertThat(foreignKeys(this.database.schema())).isNotEmpty()
			.isEqualTo(foreignKeys(Template.of(this.database.server()).schema()));
	}

	@Test
	void givesTheProgramOnlyTheRightsThatTheMigrationsGrant() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.database.jdbc().sql("UPDATE document SET gross = 0").update())
			.withStackTraceContaining("UPDATE command denied to user '%s'".formatted(DatabaseAccount.APP));
	}

	@Test
	void givesTwoSchemasToTwoWhoAsk() {
		try (TestDatabase other = TestDatabase.take()) {
			assertThat(other.schema()).isNotEqualTo(this.database.schema());
			other.jdbc().sql("INSERT INTO night (business_date) VALUES ('2026-06-22')").update();
			assertThat(rows("night")).isZero();
		}
	}

	/** Another JVM of the build may take the broken one first. */
	@Test
	void mendsASchemaThatATestHasChanged() {
		assertThat(IntStream.range(0, 50).anyMatch((round) -> comesBackMended())).isTrue();
	}

	private static boolean comesBackMended() {
		String schema;
		try (TestDatabase broken = TestDatabase.take()) {
			schema = broken.schema();
			broken.ownerJdbc().sql("DROP TABLE night_fence").update();
		}
		try (TestDatabase mended = TestDatabase.take()) {
			assertThat(mended.jdbc().sql("SELECT fence FROM night_fence").query(Integer.class).single()).isZero();
			return mended.schema().equals(schema);
		}
	}

	private int rows(String table) {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	private List<String> foreignKeys(String schema) {
		return this.database.ownerJdbc().sql("""
				SELECT CONCAT(table_name, ' ', constraint_name, ' ', referenced_table_name)
				FROM information_schema.referential_constraints WHERE constraint_schema = ? ORDER BY 1
				""").param(schema).query(String.class).list();
	}

	@Nested
	class ANestedClass {

		@Test
		void usesTheSchemaOfTheClassAroundIt(TestDatabase here) {
			assertThat(here).isSameAs(DatabaseTestTests.this.database);
		}

	}

}
