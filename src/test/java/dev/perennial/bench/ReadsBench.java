package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a person types at night, from the return key to the last line. */
final class ReadsBench {

	private static final int TIMES = 7;

	private final BenchDatabase database;

	private final BenchReport report;

	ReadsBench(BenchDatabase database, BenchReport report) {
		this.database = database;
		this.report = report;
	}

	/**
	 * Measures the launcher with commands that only read, the start of the JVM included.
	 * @param subscription one that the night renewed
	 */
	void run(String subscription) throws IOException, InterruptedException {
		for (List<String> command : List.of(List.of("status"), List.of("parked"), List.of("explain", subscription))) {
			// The first start unpacks the program, the second finds its files in memory
			List<Double> seconds = new ArrayList<>();
			for (int time = 0; time < TIMES + 2; time++) {
				seconds.add(start(command));
			}
			List<Double> warm = seconds.subList(2, seconds.size()).stream().sorted().toList();
			this.report.note("`%s`, seconds: %s".formatted(command.get(0), warm));
			this.report.ratio("`%s`, seconds, JVM start included, median of %d".formatted(command.get(0), TIMES),
					warm.get(TIMES / 2), "<=", 2);
		}
	}

	private double start(List<String> command) throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(List.of("./perennial"));
		line.addAll(command);
		line.add("--spring.datasource.url=" + this.database.server().jdbcUrl(this.database.schema()));
		line.add("--spring.datasource.username=" + this.database.server().app().user());
		line.add("--spring.datasource.password=" + this.database.server().app().password());
		Path said = Files.createDirectories(BenchSizes.FOLDER).resolve("said-" + command.get(0) + ".log");
		long start = System.nanoTime();
		Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IllegalStateException("%s, see %s: %s".formatted(line, said, Files.readString(said)));
		}
		return (System.nanoTime() - start) / 1e9;
	}

}
