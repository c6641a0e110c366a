package dev.perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.perennial.PerennialApplication;
import dev.perennial.importing.Import;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.Lease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An import beside a night. */
@DatabaseTest
class ImportCommandTests {

	private final TestDatabase database;

	@TempDir
	Path folder;

	ImportCommandTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void aFile() throws IOException {
		Files.writeString(this.folder.resolve("partners.csv"),
				"partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city\n"
						+ "P1,Example GmbH,p1@example.com,,,,de,DE,,Hauptstr. 1,10115,Berlin\n");
	}

	@Test
	void leavesWhileALivingProcessRunsANight() {
		sql("UPDATE night_lease SET owner = 'process 1', business_date = '2026-06-22'");
		AtomicBoolean ended = new AtomicBoolean();
		CompletableFuture<Void> alive = CompletableFuture.runAsync(() -> {
			while (!ended.get()) {
				sql("UPDATE night_lease SET beat = beat + 1");
			}
		});
		try {
			Said said = Said.by(PerennialApplication.class, "import", this.folder.toString(), "--date", "2026-06-22",
					"--spring.config.location=classpath:/", "--spring.config.import=",
					"--spring.datasource.url=" + this.database.jdbcUrl(),
					"--spring.datasource.username=" + this.database.server().app().user(),
					"--spring.datasource.password=" + this.database.server().app().password(),
					"--spring.flyway.enabled=false", "--night.lease=20s", "--vat.register=local");
			assertThat(said.code()).as(said.err()).isEqualTo(4);
			assertThat(said.err()).contains("process 1 runs");
			assertThat(partners()).isZero();
		}
		finally {
			ended.set(true);
			alive.join();
		}
	}

	@Test
	void writesNothingWhenItWasFrozenBeyondItsLease() throws IOException {
		try (RunningProgram program = new RunningProgram(this.database, this.folder.resolve("program"))) {
			Lease lease = program.bean(Lease.class);
			assertThatExceptionOfType(FenceLost.class).isThrownBy(() -> lease.hold(null, () -> {
				// What a successor does when it takes over.
				sql("UPDATE night_fence SET fence = fence + 1");
				return program.bean(Import.class).load(this.folder, Set.of(), LocalDate.of(2026, 6, 22));
			}));
			assertThat(partners()).isZero();
		}
	}

	private long partners() {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM partner").query(Long.class).single();
	}

	private void sql(String sql) {
		this.database.ownerJdbc().sql(sql).update();
	}

}
