package dev.perennial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.PerennialApplication;
import dev.perennial.ReadingApplication;
import dev.perennial.gateway.CardGateway;
import dev.perennial.mail.MailConnections;
import dev.perennial.night.NightAhead;
import dev.perennial.preview.Explanation;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.NightlyJob;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.MailSender;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that only read start with what they need, and refuse what a night would. */
@DatabaseTest
class ReadingTests {

	private static final String READING = "status,history,parked,check,forecast,explain S1,request R1";

	private final TestDatabase database;

	@TempDir
	Path folder;

	ReadingTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void makesNoMigrationNoEngineNoMailAndNoGateway() {
		application().reading((context) -> {
			// What `explain` and `forecast` ask for
			context.getBean(NightAhead.class).oldestOpen();
			context.getBean(Explanation.class);
			for (Class<?> type : List.of(Flyway.class, JobRepository.class, MailSender.class)) {
				assertThat(context.getBeanNamesForType(type)).as(type.getName()).isEmpty();
			}
			for (Class<?> type : List.of(MailConnections.class, CardGateway.class, NightlyJob.class)) {
				assertThat(made(context, type)).as(type.getName()).isEmpty();
			}
			return true;
		});
	}

	@Test
	void aNightHasThemAll() {
		application().with((context) -> {
			assertThat(made(context, JobRepository.class)).isNotEmpty();
			assertThat(made(context, MailConnections.class)).isNotEmpty();
			assertThat(made(context, NightlyJob.class)).hasSize(7);
			return true;
		});
	}

	@ParameterizedTest
	@CsvSource({ "--charging.concurency=3, charging.concurency", "--mail.conections=3, mail.conections",
			"--renewal.window-dais=30, renewal.window-dais", "--jobs.renewals.chunk=5, jobs.renewals.chunk",
			"--night.zone=Nowhere, night.zone", "--work.threads=many, work.threads",
			"--gateway.read-timeout=soon, gateway.read-timeout", "--vat.timeout=soon, vat.timeout" })
	void refusesAWrongSettingThatItDoesNotNeed(String setting, String named) {
		Said said = said("status", setting);
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.out()).isEmpty();
		assertThat(said.err().lines()).singleElement().asString().contains(named);
	}

	@Test
	void refusesASchemaThatIsOlderThanTheProgram() {
		this.database.ownerJdbc().sql("DELETE FROM flyway_schema_history WHERE version = '041'").update();
		for (String command : READING.split(",")) {
			assertRefused(command, "The schema is older than the program, V041__retry_request.sql is missing");
		}
	}

	@Test
	void refusesAMigrationThatFailedHalfWay() {
		this.database.ownerJdbc().sql("UPDATE flyway_schema_history SET success = 0 WHERE version = '041'").update();
		assertRefused("status", "V041__retry_request.sql is missing");
	}

	@Test
	void refusesADatabaseWithoutTheSchema() {
		String elsewhere = this.database.jdbcUrl().replace(this.database.schema(), "information_schema");
		assertRefused("status --spring.datasource.url=" + elsewhere, "The schema is not there");
	}

	@Test
	void refusesADatabaseThatDoesNotAnswer() {
		String nowhere = "jdbc:mysql://127.0.0.1:1/perennial";
		assertRefused("status --spring.datasource.url=" + nowhere, "The database cannot be used");
		assertRefused("status --spring.datasource.password=wrong", "The database cannot be used");
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "history", "parked" })
	void answersWhereTheSchemaIsThatOfTheProgram(String command) {
		Said said = said(command);
		assertThat(said.code()).as(said.err()).isZero();
		assertThat(said.err()).isEmpty();
	}

	private void assertRefused(String command, String why) {
		Said said = said(command.split(" "));
		assertThat(said.code()).as(command).isEqualTo(2);
		assertThat(said.out()).isEmpty();
		assertThat(said.err().lines()).as(command).singleElement().asString().contains(why);
	}

	private static List<String> made(ApplicationContext context, Class<?> type) {
		ConfigurableApplicationContext made = (ConfigurableApplicationContext) context;
		return Stream.of(context.getBeanNamesForType(type, true, false))
			.filter(made.getBeanFactory()::containsSingleton)
			.toList();
	}

	private Application application() {
		return new Application(PerennialApplication.class, ReadingApplication.class, settings(), Optional::empty);
	}

	private Said said(String... command) {
		List<String> arguments = settings();
		// The later of two counts, as on every command line of Spring Boot
		Stream.of(command)
			.filter((each) -> each.startsWith("--spring."))
			.forEach((given) -> arguments
				.removeIf((setting) -> setting.startsWith(given.substring(0, given.indexOf('=') + 1))));
		arguments.addAll(0, List.of(command));
		return Said.by(PerennialApplication.class, arguments.toArray(String[]::new));
	}

	private List<String> settings() {
		return new ArrayList<>(List.of("--spring.config.location=classpath:/", "--spring.config.import=",
				"--spring.datasource.url=" + this.database.jdbcUrl(),
				"--spring.datasource.username=" + this.database.server().app().user(),
				"--spring.datasource.password=" + this.database.server().app().password(),
				"--spring.flyway.user=" + this.database.server().owner().user(),
				"--spring.flyway.password=" + this.database.server().owner().password(), "--vat.register=local",
				"--folders.inbox=" + this.folder.resolve("inbox")));
	}

}
