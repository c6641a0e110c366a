package dev.perennial.job.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.job.verify.Limits.Offers;
import dev.perennial.renewal.Policy;
import dev.perennial.testing.TestDatabase;
import dev.perennial.testing.TestServer.Product;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The consistent world of {@code verify/world.sql} in a schema of its own, where each
 * test breaks something in a transaction that is rolled back.
 */
final class World implements AutoCloseable {

	static final LocalDate D = LocalDate.parse("2026-06-23");

	static final Limits LIMITS = new Limits(Policy.DEFAULTS,
			new Offers(List.of("SILVER"), List.of("BRONZE"), List.of("BRONZE")), Duration.ofSeconds(30));

	private final TestDatabase database;

	private final Connection connection;

	private final JdbcClient jdbc;

	private World(TestDatabase database) throws SQLException {
		this.database = database;
		this.connection = database.owner().getConnection();
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
	}

	/** With the keys and checks of the schema. */
	static World guarded() throws SQLException {
		World world = new World(TestDatabase.take());
		world.fill();
		return world;
	}

	/** In a copy of the schema without keys between tables, unique keys and checks. */
	static World unguarded() throws SQLException {
		World world = new World(TestDatabase.take());
		world.fill();
		world.dropGuards();
		return world;
	}

	private void fill() throws SQLException {
		ScriptUtils.executeSqlScript(this.connection, new ClassPathResource("verify/world.sql"));
		// The lease was renewed ten seconds ago, however long the tests take
		this.jdbc.sql("SET SESSION timestamp = UNIX_TIMESTAMP('2026-06-24 01:00:10')").update();
		this.connection.setAutoCommit(false);
	}

	private void dropGuards() {
		drop("FOREIGN KEY", "ALTER TABLE `%s` DROP FOREIGN KEY `%s`");
		drop("UNIQUE", "ALTER TABLE `%s` DROP KEY `%s`");
		if (this.database.server().product() == Product.MARIADB) {
			this.jdbc.sql("SET SESSION check_constraint_checks = 0").update();
		}
		else {
			drop("CHECK", "ALTER TABLE `%s` DROP CHECK `%s`");
		}
		for (String table : List.of("auto_renew_off", "invoice_batch_document")) {
			this.jdbc.sql("ALTER TABLE %s DROP PRIMARY KEY".formatted(table)).update();
		}
	}

	private void drop(String kind, String statement) {
		this.jdbc.sql("""
				SELECT table_name AS of_table, constraint_name AS guard FROM information_schema.table_constraints
				WHERE table_schema = :schema AND constraint_type = :kind AND table_name NOT LIKE 'BATCH\\_%'
				""")
			.param("schema", this.database.schema())
			.param("kind", kind)
			.query((row, number) -> statement.formatted(row.getString("of_table"), row.getString("guard")))
			.list()
			.forEach((drop) -> this.jdbc.sql(drop).update());
	}

	void apply(Break broken) {
		broken.statements().forEach((statement) -> this.jdbc.sql(statement).update());
	}

	void undo() throws SQLException {
		this.connection.rollback();
	}

	/** What all invariants find in the rows of the night. */
	Findings night() {
		return checks(Invariants.all()).ofNights(D, D, LIMITS);
	}

	Findings night(Collection<String> ids) {
		return checks(invariants(ids)).ofNights(D, D, LIMITS);
	}

	/** What all invariants find in all rows. */
	Findings everything() {
		return checks(Invariants.all()).ofEverything(D, LIMITS);
	}

	Findings everything(Collection<String> ids) {
		return checks(invariants(ids)).ofEverything(D, LIMITS);
	}

	private static List<Invariant> invariants(Collection<String> ids) {
		return Invariants.all().stream().filter((one) -> ids.contains(one.id())).toList();
	}

	private Checks checks(List<Invariant> invariants) {
		return new Checks(this.jdbc, TransactionOperations.withoutTransaction(), invariants);
	}

	static Set<String> red(List<Violation> violations) {
		return violations.stream().map(Violation::id).collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
		this.database.close();
	}

}
