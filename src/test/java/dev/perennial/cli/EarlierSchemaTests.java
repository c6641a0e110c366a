package dev.perennial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** A new version of the program finds the database that an earlier one left. */
@Tag("mysql")
class EarlierSchemaTests {

	/** What came since; the tables of the engine and the rights have higher numbers. */
	private static final String LATER = "V04[2-9]__.*";

	private static final List<String> NIGHT = List.of("night", "--date", "2026-11-22", "--approve");

	private final TestServer server = TestServer.get();

	private final String schema = "perennial_earlier_" + ProcessHandle.current().pid();

	@TempDir
	Path folder;

	@BeforeEach
	void migrateAsAnEarlierVersionDid() throws IOException, SQLException {
		execute("CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin".formatted(this.schema));
		Path earlier = Files.createDirectory(this.folder.resolve("migrations"));
		for (Resource migration : new PathMatchingResourcePatternResolver()
			.getResources("classpath:db/migration/V*.sql")) {
			String name = Objects.requireNonNull(migration.getFilename());
			if (!name.matches(LATER)) {
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
	}

	@AfterEach
	void drop() throws SQLException {
		execute("DROP DATABASE " + this.schema);
	}

	@Test
	void isBroughtUpToDateByTheNextNightAndOnlyReadAfterThat() {
		assertThat(said(List.of("status")).err()).contains("The schema is older than the program, V042__");
		Said night = said(NIGHT);
		assertThat(night.code()).as(night.err()).isZero();
		assertThat(said(List.of("status")).code()).isZero();
	}

	private Said said(List<String> command) {
		Stream<String> settings = Stream.of("--spring.config.location=classpath:/", "--spring.config.import=",
				"--spring.datasource.url=" + this.server.jdbcUrl(this.schema),
				"--spring.datasource.username=" + this.server.app().user(),
				"--spring.datasource.password=" + this.server.app().password(),
				"--spring.flyway.user=" + this.server.owner().user(),
				"--spring.flyway.password=" + this.server.owner().password(), "--vat.register=local",
				"--folders.catalog=config", "--folders.inbox=" + this.folder.resolve("inbox"),
				"--folders.outbox=" + this.folder.resolve("outbox"), "--gateway.api-key=sk_test_local",
				"--mail.journal=" + this.folder.resolve("journal"));
		return Said.by(PerennialApplication.class, Stream.concat(command.stream(), settings).toArray(String[]::new));
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.server.jdbcUrl(""), this.server.owner().user(),
				this.server.owner().password()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
