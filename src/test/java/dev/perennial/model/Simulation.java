package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Many nights over the data of a folder, with the world acting in between. For each night
 * it writes a folder {@code given} (what must lie there before: {@code inbox},
 * {@code import}, {@code catalogue}, {@code support.csv}) and a folder {@code outbox}
 * (what must come out, with {@code states.csv}), and at the end {@code orders.csv} and
 * {@code charges.csv}.
 */
final class Simulation {

	final Books books = new Books();

	private final Path out;

	private final World world;

	private final CatalogueEdits edits;

	private Catalogue catalogue;

	/** Imports the folder on the day of the first night. */
	Simulation(Path folder, Path catalogue, LocalDate first, Path out) {
		this.out = out;
		this.catalogue = CatalogueFiles.read(catalogue);
		this.world = new World(Tables.read(folder.resolve("partners.csv")), first);
		this.edits = new CatalogueEdits(catalogue, first);
		new Import(this.books, this.catalogue, first).load(folder);
	}

	/** Runs the nights in order, without a gap (rules 1.4). */
	void run(LocalDate first, LocalDate last, BiConsumer<Tonight, Map<String, List<List<String>>>> reader) {
		for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
			Delivery delivery = delivery(date);
			Tonight night = new Tonight(this.books, this.catalogue, date, date); // 1.7
			Map<String, List<List<String>>> files = Night.run(night, delivery);
			write(date, files);
			reader.accept(night, files);
			this.world.after(night);
		}
		Tables.write(this.out.resolve("orders.csv"), Tables.text(Dump.ORDERS, Dump.orders(this.books)));
		Tables.write(this.out.resolve("charges.csv"), Tables.text(Dump.CHARGES, Dump.charges(this.books)));
	}

	private Delivery delivery(LocalDate date) {
		Path given = this.out.resolve(date.toString()).resolve("given");
		this.edits.before(date).ifPresent((files) -> {
			files.forEach((name, text) -> Tables.write(given.resolve("catalogue").resolve(name), text));
			this.catalogue = CatalogueFiles.read(given.resolve("catalogue"));
		});
		Map<String, String> files = this.world.before(date, this.books);
		files.forEach((name, text) -> Tables.write(given.resolve(name), text));
		new Import(this.books, this.catalogue, date).load(given.resolve("import"));
		SortedMap<String, List<Map<String, String>>> inbox = new TreeMap<>();
		files.forEach((name, text) -> {
			if (name.startsWith("inbox/")) {
				inbox.put(name.substring("inbox/".length()), Tables.parse(text));
			}
		});
		Map<String, String> decisions = new LinkedHashMap<>();
		Tables.read(given.resolve("support.csv"))
			.forEach((row) -> decisions.put(row.getOrDefault("request_id", ""), row.getOrDefault("decision", "")));
		return new Delivery(inbox, decisions);
	}

	private void write(LocalDate date, Map<String, List<List<String>>> files) {
		Path outbox = this.out.resolve(date.toString()).resolve("outbox");
		files.forEach((name, rows) -> Tables.write(outbox.resolve(name), Tables.text(Columns.of(name), rows)));
		Tables.write(outbox.resolve("states.csv"), Tables.text(Dump.STATES, Dump.states(this.books, this.catalogue)));
	}

}
