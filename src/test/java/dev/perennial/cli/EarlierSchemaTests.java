package dev.perennial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.TestServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A new version of the program finds the database that an earlier one left; later
 * migrations of the business have lower numbers than the tables of the engine and the
 * rights.
 */
@Tag("mysql")
class EarlierSchemaTests {

	private static final String OLDER = "The schema is older than the program, V04";

	private static final String[] NIGHT = { "night", "--date", "2026-11-22", "--approve" };

	private final TestServer server = TestServer.get();

	private final String schema = "perennial_earlier_" + ProcessHandle.current().pid();

	@TempDir
	Path folder;

	@BeforeEach
	void create() throws SQLException {
		execute("", "CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin".formatted(this.schema));
	}

	@AfterEach
	void drop() throws SQLException {
		execute("", "DROP DATABASE " + this.schema);
	}

	/** As the version before the migration of a number left it, with three notices. */
	private void migrateUpTo(int next) throws IOException, SQLException {
		Path earlier = Files.createDirectory(this.folder.resolve("migrations"));
		for (Resource migration : new PathMatchingResourcePatternResolver()
			.getResources("classpath:db/migration/V*.sql")) {
			String name = Objects.requireNonNull(migration.getFilename());
			int number = Integer.parseInt(name.substring(1, 4));
			if (number < next || number >= 800) {
				try (InputStream in = migration.getInputStream()) {
					Files.copy(in, earlier.resolve(name));
				}
			}
		}
		Flyway.configure()
			.configuration(this.server.migrations(this.schema).getConfiguration())
			.locations("filesystem:" + earlier)
			.load()
			.migrate();
		execute("INSERT INTO partner (partner_id, legal_name, country) VALUES ('P1', 'Example', 'DE')");
		execute("""
				INSERT INTO notice (notice_id, subject, code, partner_id, target_on, last_on, state, reason, planned_in,
				  state_in, sent_on)
				VALUES ('1', 'A', 'LAPSED', 'P1', '2026-11-21', '2026-12-01', 'SENT', NULL, '2026-11-21', '2026-11-21', '2026-11-21'),
				  ('2', 'B', 'LAPSED', 'P1', '2026-11-21', '2026-12-01', 'FAILED_PERM', '550', '2026-11-21', '2026-11-21', NULL),
				  ('3', 'C', 'LAPSED', 'P1', '2026-11-21', '2026-12-01', 'AMBIGUOUS', NULL, '2026-11-21', '2026-11-21', NULL)
				""");
	}

	@ParameterizedTest
	@ValueSource(ints = { 42, 43, 44 })
	void isBroughtUpToDateByTheNextNightAndOnlyReadAfterThat(int next) throws Exception {
		migrateUpTo(next);
		assertOlder("status");
		Said night = said(NIGHT);
		assertThat(night.code()).as(night.err()).isZero();
		assertThat(said(NIGHT).out()).contains("closed already");
		assertThat(said("status").code()).isZero();
		assertThat(said("parked").out()).contains("NOTICE:2", "NOTICE:3").doesNotContain("NOTICE:1");
	}

	/** What comes while a night runs, of whichever version. */
	@Test
	void isLeftAsItIsByCommandsThatRunNoNight() throws Exception {
		migrateUpTo(44);
		assertOlder("stop");
		assertOlder("retry", "NOTICE:2");
		assertOlder("request", "R1", "--reject");
		assertOlder("night", "--date", "2026-11-22", "--dry-run");
	}

	@Test
	void isLeftAsItIsWhileANightOfTheEarlierVersionRuns() throws Exception {
		migrateUpTo(44);
		execute("UPDATE night_lease SET owner = 'process 7', beat_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR");
		Said night = said(NIGHT);
		assertThat(night.code()).isEqualTo(4);
		assertThat(night.err()).contains("process 7 runs", "the schema is older than this program");
		assertOlder("status");
		execute("UPDATE night_lease SET beat_at = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR");
		assertThat(said(NIGHT).code()).as("its holder is dead").isZero();
	}

	private void assertOlder(String... command) {
		Said said = said(command);
		assertThat(said.code()).as(command[0]).isEqualTo(2);
		assertThat(said.err()).as(command[0]).contains(OLDER);
	}

	private Said said(String... command) {
		Stream<String> settings = Stream.of("--spring.config.location=classpath:/", "--spring.config.import=",
				"--spring.datasource.url=" + this.server.jdbcUrl(this.schema),
				"--spring.datasource.username=" + this.server.app().user(),
				"--spring.datasource.password=" + this.server.app().password(),
				"--spring.flyway.user=" + this.server.owner().user(),
				"--spring.flyway.password=" + this.server.owner().password(), "--vat.register=local",
				"--night.lease=1s", "--folders.catalog=config", "--folders.inbox=" + this.folder.resolve("inbox"),
				"--folders.outbox=" + this.folder.resolve("outbox"), "--gateway.api-key=sk_test_local",
				"--mail.journal=" + this.folder.resolve("journal"));
		return Said.by(PerennialApplication.class, Stream.concat(Stream.of(command), settings).toArray(String[]::new));
	}

	private void execute(String sql) throws SQLException {
		execute(this.schema, sql);
	}

	private void execute(String schema, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.server.jdbcUrl(schema),
				this.server.owner().user(), this.server.owner().password());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
