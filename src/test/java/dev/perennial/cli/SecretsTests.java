package dev.perennial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.perennial.PerennialApplication;
import dev.perennial.mail.MailFile;
import dev.perennial.night.ExitCode;
import dev.perennial.night.NightResult;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After nights in which much went wrong, no gateway token, password or card number stands
 * anywhere but in what was delivered and in {@code card.token} (rules 11.9).
 */
@DatabaseTest
@Tag("mysql")
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

	/** Tokens and keys, of the sample and of this test, and three card numbers. */
	private static final Pattern SECRET = Pattern
		.compile("\\b(?:pm|tok|src|seti|sk|rk)_[A-Za-z0-9]\\w+|4111[ -]?1111[ -]?1111[ -]?1111"
				+ "|5555[ -]?5555[ -]?5555[ -]?4444|3782[ -]?822463[ -]?10005");

	private static final String SUBSCRIPTIONS = """
			subscription_id,partner_id,offer,currency,anchor,starts_on,ends_on,auto_renew,payment_method,card_token,card_expires,renewal_notice_sent_on
			BAD1,pm_card_visa,tok_visa,EUR,2025-06-23,2025-06-23,2026-06-22,on,card,pm_1SecretOfARefusedRow,2031-01,
			BAD2,P1,GOLD,EUR,2025-06-23,2025-06-23,2026-06-22,on,card,4111111111111111,2031-01,
			BAD3,P1,GOLD,EUR,2025-06-23,2025-06-23,2026-06-22,on,card,2031-01
			""";

	private static final String REQUESTS = """
			request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note
			%s,2026-06-23,PURCHASE,,NOBODY,GOLD,EUR,card,pm_1SecretOfARequest,2031-01,take pm_card_visa or 4111-1111-1111-1111 instead
			""";

	private static final String BANK = """
			entry_id,booked_on,amount,currency,reference,payer
			SECRETS-1,2026-06-23,10.00,EUR,my card 5555 5555 5555 4444,Anna 378282246310005
			""";

	private final TestDatabase database;

	@TempDir
	Path folder;

	SecretsTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void standInTheirOneColumnAndNowhereElse(CapturedOutput logs) throws IOException {
		Map<String, String> places = new LinkedHashMap<>();
		try (RunningProgram program = program("sk_test_wrong")) {
			Sample.load(program, this.folder);
			places.put("an import that is refused", refusedImport(program));
			Path bad = Files.writeString(this.folder.resolve("inbox/requests-bad.csv"),
					REQUESTS.formatted("sk_live_1 2"));
			assertThat(program.night(Sample.D).exitCode()).as("the inbox is refused").isNotEqualTo(ExitCode.DONE);
			Files.delete(bad);
			Files.writeString(this.folder.resolve("inbox/requests-secrets.csv"), REQUESTS.formatted("SECRETS-1"));
			Files.writeString(this.folder.resolve("inbox/bank-secrets.csv"), BANK);
			assertThat(program.night(Sample.D).exitCode()).as("the key is refused").isEqualTo(ExitCode.FAILED);
			places.putAll(commands(program));
		}
		try (RunningProgram program = program("sk_test_local")) {
			NightResult night = program.night(Sample.D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			places.putAll(commands(program));
			places.put("the books of the gateway", program.gateway().booksAsCsv());
			program.mailbox().messages().forEach((mail) -> places.put(mail.file().toString(), decoded(mail)));
		}
		assertThat(places).hasSizeGreaterThan(50);
		places.putAll(files());
		places.putAll(columns());
		places.put("the logs", logs.getAll());
		assertThat(this.database.jdbc().sql("SELECT token FROM card").query(String.class).list())
			.anyMatch((token) -> token.startsWith("pm_"));
		String password = this.database.server().app().password();
		places.forEach((place, text) -> {
			assertThat(text).as(place).doesNotContainPattern(SECRET);
			// That of the tests' MySQL is a word
			assertThat(password.length() > 8 && text.contains(password)).as(place + " has the password").isFalse();
		});
	}

	private RunningProgram program(String key) throws IOException {
		return new RunningProgram(this.database, this.folder, "gateway.api-key=" + key);
	}

	private String refusedImport(RunningProgram program) throws IOException {
		Path from = Files.createDirectories(this.folder.resolve("refused"));
		Files.writeString(from.resolve("subscriptions.csv"), SUBSCRIPTIONS);
		Said said = said(program, "import", from.toString(), "--date", Sample.D.toString());
		assertThat(said.code()).isEqualTo(ExitCode.NOT_STARTED.code());
		assertThat(said.err()).contains("3 bad rows");
		return said.out() + said.err();
	}

	/** What all commands that print facts say, for people and for programs. */
	private static Map<String, String> commands(RunningProgram program) {
		Map<String, String> said = new LinkedHashMap<>();
		String date = Sample.D.toString();
		for (String command : List.of("status", "history", "parked", "forecast --days 30", "check", "night --dry-run",
				"explain SUB-0001 --date " + date, "request SECRETS-1", "retry ORDER:X", "night --date 2026-06-22",
				"stop")) {
			for (String form : List.of("", " --json")) {
				Said one = said(program, (command + form).split(" "));
				said.put(command + form + " in the night of " + date + ", exit code " + one.code(),
						one.out() + one.err());
			}
		}
		return said;
	}

	private static Said said(RunningProgram program, String... command) {
		List<String> arguments = new ArrayList<>(List.of(command));
		arguments.addAll(program.arguments());
		return Said.by(PerennialApplication.class, arguments.toArray(String[]::new));
	}

	private static String decoded(MailFile mail) {
		return String.join("\n", mail.to(), mail.subject(), mail.text(), mail.html());
	}

	/** All that the program and its neighbours wrote, without what was delivered. */
	private Map<String, String> files() throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		try (Stream<Path> all = Files.walk(this.folder)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				String name = this.folder.relativize(file).toString();
				boolean delivered = name.startsWith("sample/") || name.startsWith("inbox/")
						|| name.equals("refused/subscriptions.csv");
				if (!delivered || name.contains(".rejected.")) {
					texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
				}
			}
		}
		assertThat(texts).containsKey("refused/subscriptions.rejected.csv")
			.containsKey("inbox/requests-bad.rejected.csv")
			.containsKey("outbox/2026-06-23/bank.csv");
		return texts;
	}

	/** All texts of the database, those of Spring Batch and Flyway too. */
	private Map<String, String> columns() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.database.ownerJdbc()
			.sql("""
					SELECT table_name, column_name FROM information_schema.columns
					WHERE table_schema = ? AND (data_type LIKE '%char' OR data_type LIKE '%text' OR data_type = 'json'
					      OR data_type LIKE '%blob')
					""")
			.param(this.database.schema())
			.query((rs, row) -> rs.getString(1) + "." + rs.getString(2))
			.list()
			.forEach((column) -> {
				String table = column.substring(0, column.indexOf('.'));
				texts.put(column,
						String.join("\n",
								this.database.ownerJdbc()
									.sql("SELECT COALESCE(%s, '') FROM %s".formatted(column, table))
									.query(String.class)
									.list()));
			});
		assertThat(texts).containsKeys("charge_attempt.request", "batch_item.error", "request.note",
				"bank_line.reference", "night.settings");
		assertThat(texts.remove("card.token")).isNotNull();
		return texts;
	}

}
