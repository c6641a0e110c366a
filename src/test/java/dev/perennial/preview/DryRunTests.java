package dev.perennial.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.night.NightAhead;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import dev.perennial.preview.fold.Foreseen;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules 11.2: a dry run writes no row and calls nobody, and where what it supposes held,
 * the real run is identical.
 */
@DatabaseTest
class DryRunTests {

	private static final LocalDate D = Sample.D;

	@TempDir
	Path folder;

	@Test
	@Tag("mysql")
	void isWhatTheFollowingNightDoesAndLeavesNoTrace(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			Sample.load(program, this.folder);
			foreseesTheNight(program, database.ownerJdbc(), D);
			explainsWhatHappened(program);
		}
	}

	/** SUB-CARD-OK ended on 2026-06-22 and pays 425.00 EUR and 19 % by card. */
	private static void explainsWhatHappened(RunningProgram program) {
		Explanation explanation = program.bean(Explanation.class);
		assertThat(explanation.happened("SUB-CARD-OK", D).orElseThrow().items())
			.extracting((item) -> "%s %s %s".formatted(item.thing().kind(), item.thing().name(), item.result().what()))
			.containsExactlyInAnyOrder("CHARGE CARD SUCCEEDED", "ORDER AUTO RENEWED", "DOCUMENT INVOICE ISSUED",
					"NOTICE RENEWED SENT");
		assertThat(explanation.happened("SUB-CARD-OK", D.plusDays(1)).orElseThrow().items()).isEmpty();
		assertThat(explanation.happened("SUB-NOBODY", D)).isEmpty();
	}

	@Test
	@Tag("verify")
	void isWhatEachOfTheFollowingNightsDoes(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			Sample.load(program, this.folder);
			for (LocalDate date = D; date.isBefore(D.plusDays(6)); date = date.plusDays(1)) {
				deliver(date);
				foreseesTheNight(program, database.ownerJdbc(), date);
			}
		}
	}

	private void foreseesTheNight(RunningProgram program, JdbcClient jdbc, LocalDate date) throws IOException {
		Map<String, Long> rows = rows(jdbc);
		List<String> files = files();
		List<Foreseen> items = dryRun(program, date);
		assertThat(rows(jdbc)).isEqualTo(rows);
		assertThat(files()).isEqualTo(files);
		NightResult night = program.night(date);
		assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
		Set<String> other = whereSomethingElseCame(jdbc, date);
		Map<String, String> foreseen = new TreeMap<>();
		items.stream()
			.filter((item) -> !other.contains(item.thing().subscription()))
			.filter((item) -> !item.result().what().equals("DUPLICATE"))
			.forEach((item) -> foreseen.put(key(item), value(item)));
		Map<String, String> happened = happened(jdbc, date);
		happened.keySet().removeIf((key) -> other.contains(key.split(" ")[1]));
		assertThat(foreseen).as("night of " + date).hasSizeGreaterThan(20).isEqualTo(happened);
	}

	private static List<Foreseen> dryRun(RunningProgram program, LocalDate date) {
		Coming coming = program.bean(NightAhead.class).of(NightRequest.of(date, "test")).orElseThrow();
		List<Foreseen> items = new ArrayList<>();
		program.bean(DryRun.class)
			.night(program.bean(Rulebooks.class).tonight(coming.date(), coming.today(), coming.settings()),
					Set.copyOf(coming.jobs()), "", items::add);
		return items;
	}

	/**
	 * The subscriptions whose charge did not succeed, or whose VAT id is not valid after
	 * all.
	 */
	private static Set<String> whereSomethingElseCame(JdbcClient jdbc, LocalDate date) {
		return new TreeSet<>(jdbc.sql("""
				SELECT subscription_id FROM charge_attempt
				 WHERE (planned_in = :date OR settled_in = :date OR open_key = 1) AND state <> 'SUCCEEDED'
				 UNION
				SELECT s.subscription_id FROM subscription s
				  JOIN partner p ON p.partner_id = s.partner_id
				  JOIN vat_answer v ON v.vat_id = p.vat_id AND v.asked_on = :date
				 WHERE v.answer = 'UNAVAILABLE' OR (v.answer = 'INVALID' AND NOT EXISTS (
				       SELECT 1 FROM vat_answer b WHERE b.vat_id = v.vat_id AND b.asked_on < :date))
				""").param("date", date).query(String.class).list());
	}

	/** What the rows of a night say, by the same keys. */
	private static Map<String, String> happened(JdbcClient jdbc, LocalDate date) {
		Map<String, String> happened = new TreeMap<>();
		jdbc.sql(
				"""
						SELECT CONCAT('ORDER ', subscription_id, ' ', order_number), CONCAT_WS(' ', origin, outcome,
						       COALESCE(reason, '-'), starts_on, COALESCE(charged, '-'))
						  FROM renewal_outcome WHERE business_date = :date
						 UNION ALL
						SELECT CONCAT('CHARGE ', subscription_id, ' ', merchant_reference), CONCAT_WS(' ', 'CARD', state, '-', '-', amount)
						  FROM charge_attempt WHERE settled_in = :date
						 UNION ALL
						SELECT CONCAT('WINDOW ', subscription_id, ' '), CONCAT_WS(' ', '', CASE WHEN lapsed_in = :date THEN 'LAPSED' ELSE 'OPENED' END,
						       '-', closes_on, '-')
						  FROM renewal_window WHERE opened_in = :date OR lapsed_in = :date
						 UNION ALL
						SELECT CONCAT('DOCUMENT ', subscription_id, ' ', order_number), CONCAT_WS(' ', type, 'ISSUED', '-', term_starts_on, gross)
						  FROM document WHERE issue_date = :date
						 UNION ALL
						SELECT CONCAT('NOTICE ', subscription_id, ' ', notice_id), CONCAT_WS(' ', code, state, COALESCE(reason, '-'),
						       target_on, COALESCE(named_net, '-'))
						  FROM notice WHERE state_in = :date
						 UNION ALL
						SELECT CONCAT('REQUEST ', subscription_id, ' ', request_id), CONCAT_WS(' ', type, result, COALESCE(reason, '-'),
						       COALESCE(answer_date, '-'), '-')
						  FROM request WHERE answered_in = :date AND result <> 'DUPLICATE'
						 UNION ALL
						SELECT CONCAT('BANK_LINE ', COALESCE(d.subscription_id, ''), ' ', entry_id), CONCAT_WS(' ', COALESCE(b.invoice_number, ''),
						       result, '-', '-', COALESCE(credited, '-'))
						  FROM bank_line b LEFT JOIN document d ON d.number = b.invoice_number
						 WHERE read_in = :date AND result <> 'DUPLICATE'
						""")
			.param("date", date)
			.query((row, number) -> happened.put(row.getString(1), row.getString(2)))
			.list();
		return happened;
	}

	private static String key(Foreseen item) {
		return "%s %s %s".formatted(item.thing().kind(), item.thing().subscription(), item.thing().id());
	}

	private static String value(Foreseen item) {
		Foreseen.Result result = item.result();
		return "%s %s %s %s %s".formatted(item.thing().name(), result.what(),
				(result.reason() != null) ? result.reason() : "-", (result.on() != null) ? result.on() : "-",
				(result.amount() != null) ? result.amount().units() : "-");
	}

	private static Map<String, Long> rows(JdbcClient jdbc) {
		Map<String, Long> rows = new TreeMap<>();
		jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
			.query(String.class)
			.list()
			.forEach((table) -> rows.put(table, jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single()));
		return rows;
	}

	/** Everything outside the database: inbox, mails, books of the gateway. */
	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			List<String> all = new ArrayList<>();
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				all.add("%s %d".formatted(this.folder.relativize(file), Files.size(file)));
			}
			return all;
		}
	}

	/** The files of the first night lie there already. */
	private void deliver(LocalDate date) throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("sample").resolve("inbox"))) {
			for (Path file : files.filter((one) -> !date.equals(D) && one.toString().contains(date.toString()))
				.toList()) {
				Files.copy(file, this.folder.resolve("inbox").resolve(file.getFileName()));
			}
		}
	}

}
