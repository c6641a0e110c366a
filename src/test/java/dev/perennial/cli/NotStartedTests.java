package dev.perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What keeps a night from starting, and does not keep other commands. */
@DatabaseTest
@Tag("mysql")
class NotStartedTests {

	private static final String KEY = "--gateway.api-key=sk_test_local";

	private final TestDatabase database;

	@TempDir
	Path folder;

	NotStartedTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void noNightWithoutAKeyOfTheGateway() {
		Said said = said("night", "--date", "2026-06-22");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement()
			.asString()
			.contains("gateway.api-key is not set", "GATEWAY_APIKEY");
		assertNoNight();
	}

	/** Rules 1.4, contract: done before is done. */
	@Test
	void aDateThatIsClosedIsSaidToBe() {
		this.database.ownerJdbc()
			.sql("INSERT INTO night (business_date, state, today) VALUES ('2026-06-22', 'CLOSED', '2026-06-22')")
			.update();
		for (String[] command : List.of(new String[] { "night", "--date", "2026-06-22", KEY },
				new String[] { "night", "--date", "2026-06-22", KEY, "--dry-run" })) {
			Said said = said(command);
			assertThat(said.code()).as(said.err()).isZero();
			assertThat(said.out()).contains("The night of 2026-06-22 is closed already");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "history", "parked", "stop", "check", "retry ORDER:O1", "request R1" })
	void otherCommandsNeedNoKey(String command) {
		assertThat(said(command.split(" ")).err()).doesNotContain("gateway");
	}

	@Test
	void anImportNeedsNoKey() throws IOException {
		Files.writeString(this.folder.resolve("partners.csv"),
				"partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city\n"
						+ "P1,Example GmbH,p1@example.com,,,,de,DE,,Hauptstr. 1,10115,Berlin\n");
		Said said = said("import", this.folder.toString(), "--date", "2026-06-22");
		assertThat(said.code()).as(said.err()).isZero();
		assertThat(said.out()).contains("partners.csv: 1 rows loaded");
	}

	@Test
	void noNightWithAPoolTooSmallForItsThreads() {
		Said said = said("night", "--date", "2026-06-22", KEY, "--work.threads=9",
				"--spring.datasource.hikari.maximum-pool-size=12");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement()
			.asString()
			.contains("spring.datasource.hikari.maximum-pool-size is 12: expected 13 or more");
		assertNoNight();
	}

	@ParameterizedTest
	@ValueSource(strings = { "verify", "outbox" })
	void noNightWithoutTheJobsThatNothingClosesWithout(String job) {
		Said said = said("night", "--date", "2026-06-22", KEY, "--jobs." + job + ".enabled=false");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement().asString().contains("jobs." + job + ".enabled is false");
		assertNoNight();
	}

	private void assertNoNight() {
		assertThat(this.database.jdbc().sql("SELECT COUNT(*) FROM night").query(Long.class).single()).isZero();
	}

	private Said said(String... command) {
		List<String> arguments = new ArrayList<>(List.of(command));
		arguments.addAll(List.of("--spring.config.location=classpath:/", "--spring.config.import=",
				"--spring.datasource.url=" + this.database.jdbcUrl(),
				"--spring.datasource.username=" + this.database.server().app().user(),
				"--spring.datasource.password=" + this.database.server().app().password(),
				"--spring.flyway.enabled=false", "--night.lease=2s", "--vat.register=local"));
		return Said.by(PerennialApplication.class, arguments.toArray(String[]::new));
	}

}
