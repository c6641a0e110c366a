package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What was measured, as it is printed and written. */
final class BenchReport {

	private final StringBuilder text = new StringBuilder();

	private final List<String> ratios = new ArrayList<>();

	private final Map<String, Measured> measured = new LinkedHashMap<>();

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
		String row = "| %s | %s %.2f | %.2f | %s |".formatted(what, comparison, wanted, reached,
				met ? "yes" : "**no**");
		this.ratios.add(row);
		System.out.println(row);
	}

	String text(String surroundings) {
		return "# Performance\n\nWritten by `mvn -Pbench verify`; what is measured stands in `src/test/java/dev/perennial/bench`.\n\n"
				+ surroundings + "\n## Ratios\n\n| what | wanted | reached | met |\n|---|---:|---:|---|\n"
				+ String.join("\n", this.ratios) + "\n\n## Figures\n\n" + this.text;
	}

	void write(Path file) throws IOException, SQLException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file, text(Surroundings.text()));
	}

}
