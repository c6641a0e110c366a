package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Many nights over a {@linkplain SampleFolder folder of sample data}, with the
 * {@linkplain World world} acting in between. For each night it writes a folder
 * {@code given} (what must lie there before: {@code import}, {@code catalog},
 * {@code by-hand.csv}, {@code inbox}) and a folder {@code outbox} (what must come out,
 * with {@code states.csv}), and at the end {@code orders.csv} and {@code charges.csv}.
 */
public final class Simulation {

	final Books books = new Books();

	private final SampleFolder sample;

	private final World world;

	private final LocalDate first;

	private final Path out;

	/** By night, the day on which it is started, where that is a later one. */
	private final Map<LocalDate, LocalDate> todays = new TreeMap<>();

	private Catalogue catalogue;

	private BiConsumer<Tonight, Map<String, List<List<String>>>> reader = (night, files) -> {
	};

	/**
	 * Prepares the nights and imports the sample.
	 * @param sample the folder of sample data
	 * @param first the first night, and the day of the import
	 * @param out where the folders of the nights go to
	 */
	public Simulation(Path sample, LocalDate first, Path out) {
		this.sample = new SampleFolder(sample);
		this.first = first;
		this.out = out;
		this.catalogue = CatalogueFiles.read(this.sample.catalogue());
		this.world = new World(this.sample, first);
		new Import(this.books, this.catalogue, first).load(sample);
	}

	/**
	 * Says that a night was missed, and is started on a later day (rules 1.7). What is
	 * given lies there before it all the same.
	 */
	public void startedOn(LocalDate night, LocalDate today) {
		this.todays.put(night, today);
	}

	/** Lets somebody read each night with its files. */
	Simulation readBy(BiConsumer<Tonight, Map<String, List<List<String>>>> newReader) {
		this.reader = newReader;
		return this;
	}

	/**
	 * Runs the nights in order, without a gap (rules 1.4).
	 * @param last the last night
	 */
	public void runUntil(LocalDate last) {
		for (LocalDate date = this.first; !date.isAfter(last); date = date.plusDays(1)) {
			Delivery delivery = delivery(date);
			Tonight night = new Tonight(this.books, this.catalogue, date, this.todays.getOrDefault(date, date)); // 1.7
			Map<String, List<List<String>>> files = Night.run(night, delivery);
			write(date, files);
			this.reader.accept(night, files);
			this.world.after(night);
		}
		Tables.write(this.out.resolve("orders.csv"), Tables.text(Dump.ORDERS, Dump.orders(this.books)));
		Tables.write(this.out.resolve("charges.csv"), Tables.text(Dump.CHARGES, Dump.charges(this.books)));
	}

	private Delivery delivery(LocalDate date) {
		Path given = this.out.resolve(date.toString()).resolve("given");
		Map<String, String> files = this.sample.before(date);
		this.world.before(date, this.books).forEach((name, text) -> files.merge(name, text, Tables::joined));
		files.forEach((name, text) -> Tables.write(given.resolve(name), text));
		if (files.containsKey("catalog/offers.yaml")) {
			this.catalogue = CatalogueFiles.read(given.resolve("catalog")); // 1.1
		}
		new Import(this.books, this.catalogue, date).load(given.resolve("import"));
		SortedMap<String, List<Map<String, String>>> inbox = new TreeMap<>();
		files.forEach((name, text) -> {
			if (name.startsWith("inbox/")) {
				inbox.put(name.substring("inbox/".length()), Tables.parse(text));
			}
		});
		return new Delivery(inbox, Tables.read(given.resolve("by-hand.csv")));
	}

	private void write(LocalDate date, Map<String, List<List<String>>> files) {
		Path outbox = this.out.resolve(date.toString()).resolve("outbox");
		files.forEach((name, rows) -> Tables.write(outbox.resolve(name), Tables.text(Columns.of(name), rows)));
		Tables.write(outbox.resolve("states.csv"), Tables.text(Dump.STATES, Dump.states(this.books, this.catalogue)));
	}

}
