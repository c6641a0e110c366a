package dev.perennial.nights;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.night.NightResult;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.SettableClock;
import dev.perennial.testing.TestDatabase;

/**
 * The program, one night after the other, with what lies there before each.
 */
final class ProgramNights implements AutoCloseable {

	private final TestDatabase database;

	private final Path folder;

	private final SettableClock clock;

	private final RunningProgram program;

	private final ByHand byHand;

	/**
	 * Starts the program and imports the sample.
	 * @param folder of this program alone
	 * @param sample the folder of sample data
	 * @param first the first night
	 */
	ProgramNights(TestDatabase database, Path folder, Path sample, LocalDate first) throws IOException {
		this.database = database;
		this.folder = folder;
		this.clock = new SettableClock();
		this.clock.goOnTo(first);
		copy(sample.resolve("catalog"), folder.resolve("catalog"));
		this.program = new RunningProgram(database, folder, this.clock, "night.today=real",
				"folders.catalog=" + folder.resolve("catalog"));
		this.byHand = new ByHand(database.ownerJdbc());
		load(sample, first);
	}

	/**
	 * Runs the night of a date.
	 * @param given what lies there before it, as the model writes it
	 * @param today the day of its start
	 */
	NightResult run(LocalDate date, Path given, LocalDate today) throws IOException {
		this.clock.goOnTo(today);
		copy(given.resolve("catalog"), this.folder.resolve("catalog"));
		load(given.resolve("import"), date);
		this.byHand.take(given.resolve("by-hand.csv"), date);
		copy(given.resolve("inbox"), this.folder.resolve("inbox"));
		return this.program.night(date);
	}

	Path outbox(LocalDate date) {
		return this.folder.resolve("outbox").resolve(date.toString());
	}

	List<List<String>> states() {
		return table("""
				SELECT s.subscription_id, s.state, COALESCE(s.term_seq, ''), COALESCE(t.starts_on, ''),
				       COALESCE(t.ends_on, ''),
				       CASE WHEN t.seq IS NULL THEN '' WHEN o.seq IS NULL THEN 'on' ELSE 'off' END,
				       LOWER(s.payment_method),
				       CASE WHEN s.state IN ('IN_WINDOW', 'LAPSED') THEN COALESCE(s.benefits_until, '') ELSE '' END
				  FROM subscription s
				  LEFT JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = s.term_seq
				  LEFT JOIN auto_renew_off o ON o.subscription_id = s.subscription_id AND o.seq = s.term_seq
				 ORDER BY s.subscription_id
				""");
	}

	List<List<String>> orders() {
		return table("SELECT order_number, state FROM renewal_order ORDER BY order_number");
	}

	/** Reference, amount, currency and outcome of each payment intent in the books. */
	List<List<String>> books() throws IOException {
		try (InputStream answer = this.program.gateway().baseUrl().resolve("/books.csv").toURL().openStream()) {
			return Csv.parse(new InputStreamReader(answer, StandardCharsets.UTF_8))
				.stream()
				.map((row) -> row.subList(0, 4))
				.sorted(Csv.ORDER)
				.toList();
		}
	}

	/**
	 * Reference, amount, currency and outcome of each answered charge, as the database
	 * has it.
	 */
	List<List<String>> settledCharges() {
		return table("""
				SELECT merchant_reference, amount, currency,
				       CASE state WHEN 'SUCCEEDED' THEN 'succeeded' ELSE 'declined' END
				  FROM charge_attempt
				 WHERE state IN ('SUCCEEDED', 'DECLINED_SOFT', 'DECLINED_HARD')
				""").stream().map(ProgramNights::inDecimals).sorted(Csv.ORDER).toList();
	}

	/** The books without those charges whose answer the program still looks for. */
	List<List<String>> chargesInTheBooks() throws IOException {
		Set<String> unknown = Set
			.copyOf(table("SELECT merchant_reference FROM charge_attempt WHERE open_key = 1").stream()
				.map((row) -> row.get(0))
				.toList());
		return books().stream().filter((row) -> !unknown.contains(row.get(0))).toList();
	}

	private static List<String> inDecimals(List<String> charge) {
		Currency currency = Currency.getInstance(charge.get(2));
		String amount = BigDecimal.valueOf(Long.parseLong(charge.get(1)), currency.getDefaultFractionDigits())
			.toPlainString();
		return List.of(charge.get(0), amount, charge.get(2), charge.get(3));
	}

	List<List<String>> table(String sql) {
		return this.database.ownerJdbc().sql(sql).query((rs, number) -> {
			int columns = rs.getMetaData().getColumnCount();
			List<String> row = new ArrayList<>();
			for (int column = 1; column <= columns; column++) {
				row.add(String.valueOf(rs.getString(column)));
			}
			return List.copyOf(row);
		}).list();
	}

	RunningProgram program() {
		return this.program;
	}

	private void load(Path from, LocalDate day) {
		if (Files.isDirectory(from)) {
			Set<String> offers = Set
				.copyOf(Catalogue.read(CatalogueTexts.in(this.folder.resolve("catalog"))).offerCodes());
			this.program.load(from, offers, day);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		if (!Files.isDirectory(from)) {
			return;
		}
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	@Override
	public void close() {
		this.program.close();
	}

}
