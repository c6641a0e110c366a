package dev.perennial.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What one part of the benchmark measured, as it is printed and written. */
final class BenchReport {

	private static final String RATIOS = ".ratios";

	private static final String FIGURES = ".figures";

	private static final String NOT_MET = "| **no** |";

	private final String part;

	private final StringBuilder text = new StringBuilder();

	private final List<String> ratios = new ArrayList<>();

	private final Map<String, Measured> measured = new LinkedHashMap<>();

	/**
	 * @param part of the benchmark
	 */
	BenchReport(String part) {
		this.part = part;
	}

	void note(String note) {
		this.text.append(note).append("\n\n");
		System.out.println(note);
	}

	void jobs(String title, List<Measured> jobs) {
		StringBuilder table = new StringBuilder("### %s%n%n".formatted(title)).append(Measured.headings());
		for (Measured job : jobs) {
			table.append(job.row());
			this.measured.put(title + " / " + job.name(), job);
		}
		note(table.toString());
	}

	Measured job(String name) {
		Measured job = this.measured.get(name);
		if (job == null) {
			throw new IllegalArgumentException(name + " is none of " + this.measured.keySet());
		}
		return job;
	}

	/** Measures what is not the program. */
	Measured yardstick(String name, long items, BenchDatabase database, Callable<String> work) throws SQLException {
		ServerCounters before = ServerCounters.read(database.connection());
		long start = System.nanoTime();
		String what;
		try {
			what = work.call();
		}
		catch (SQLException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(name, ex);
		}
		Measured yardstick = new Measured(name, items, (System.nanoTime() - start) / 1e9, BenchProgram.Used.NONE,
				ServerCounters.read(database.connection()).since(before));
		jobs(name, List.of(yardstick));
		note(what);
		return yardstick;
	}

	void ratio(String what, Measured ours, Measured yardstick, double atLeast) {
		ratio(what, ours.perSecond() / yardstick.perSecond(), ">=", atLeast);
		note("%s: %.0f items/s against %.0f; %.0f µs of processor time an item, JVM start included, against %.0f µs"
			.formatted(what, ours.perSecond(), yardstick.perSecond(), 1e6 * ours.cpuSeconds() / ours.items(),
					1e6 * yardstick.cpuSeconds() / yardstick.items()));
	}

	void ratio(String what, double reached, String comparison, double wanted) {
		boolean met = comparison.equals(">=") ? reached >= wanted : reached <= wanted;
		String row = "| %s | %s %.2f | %.3f %s".formatted(what, comparison, wanted, reached, met ? "| yes |" : NOT_MET);
		this.ratios.add(row);
		System.out.println(row);
	}

	/**
	 * Who locks what another one needs is tried again, which the normal case does not.
	 */
	private void deadlocks() {
		if (this.measured.values().stream().anyMatch((job) -> job.program().statements() > 0)) {
			long all = this.measured.values().stream().mapToLong((job) -> job.program().deadlocks()).sum();
			ratio("transactions given up by the server for a lock, " + this.part, all, "<=", 0);
		}
	}

	/** The most heap that a job of this part took. */
	private void heap() {
		long most = this.measured.values().stream().mapToLong((job) -> job.program().peakHeap()).max().orElse(0);
		if (most > 0) {
			ratio("heap of the program in MB, " + this.part, most / (double) (1 << 20), "<=", 512);
		}
	}

	/**
	 * What was done about a figure that is not reached, as whoever did it wrote it down.
	 */
	private void tried() throws IOException {
		if (this.ratios.stream().anyMatch((row) -> row.endsWith(NOT_MET))) {
			try (InputStream text = BenchReport.class.getResourceAsStream("tried-%s.md".formatted(this.part))) {
				note("### What was tried\n\n"
						+ ((text != null) ? new String(text.readAllBytes(), StandardCharsets.UTF_8)
								: "Nothing is written down in tried-%s.md.".formatted(this.part)));
			}
		}
	}

	/** Leaves what this part found for {@link #join}. */
	void write(Path folder) throws IOException, SQLException {
		heap();
		deadlocks();
		tried();
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(this.part + RATIOS), String.join("\n", this.ratios) + "\n");
		Files.writeString(folder.resolve(this.part + FIGURES),
				"## %s%n%n%s%n%s".formatted(this.part, Surroundings.text(), this.text));
	}

	/** The report of all parts that are there. */
	static String join(Path folder, List<String> parts) throws IOException {
		return """
				# Performance

				Written by `mvn -Pbench verify`; what is measured stands in `src/test/java/dev/perennial/bench`. Each ratio is \
				of one run on one server; where parts were measured at different times, each says when and on which commit. \
				CPU, statements, commits and heap are of the whole process of a job, its start included, also in the row of \
				one of its steps; rows are those of the server, whoever asked.

				| what | wanted | reached | met |
				|---|---:|---:|---|
				%s
				%s"""
			.formatted(joined(folder, parts, RATIOS), joined(folder, parts, FIGURES));
	}

	private static String joined(Path folder, List<String> parts, String suffix) throws IOException {
		StringBuilder joined = new StringBuilder();
		for (String part : parts) {
			Path file = folder.resolve(part + suffix);
			joined.append(Files.exists(file) ? Files.readString(file) : "");
		}
		return joined.toString();
	}

}
