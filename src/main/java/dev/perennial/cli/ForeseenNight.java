package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.perennial.night.NightAhead.Coming;
import dev.perennial.preview.fold.Jobs;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Prints what a night would do as it is found, so that a large night takes no more memory
 * than a small one, and counts it by job.
 */
final class ForeseenNight implements AutoCloseable {

	private final Console console;

	private final LocalDate date;

	private final @Nullable JsonGenerator json;

	private final Map<String, Map<String, Long>> counts = new TreeMap<>();

	ForeseenNight(Console console, JsonOption json, Coming night) {
		this.console = console;
		this.date = night.date();
		this.json = json.given() ? console.json() : null;
		if (this.json != null) {
			this.json.writeStartObject();
			this.json.writePOJOProperty("date", this.date);
			this.json.writePOJOProperty("jobs", night.jobs());
			this.json.writeArrayPropertyStart("items");
		}
	}

	void add(ForeseenLine line) {
		this.counts.computeIfAbsent(line.job(), (job) -> new TreeMap<>()).merge(counted(line), 1L, Long::sum);
		if (this.json != null) {
			this.json.writePOJO(line);
		}
		else {
			this.console.out().println(line.text());
		}
	}

	/** Whether a person would have to look. */
	boolean isParked() {
		return this.counts.values().stream().anyMatch((job) -> job.keySet().stream().anyMatch(ForeseenNight::isParked));
	}

	private static boolean isParked(String counted) {
		return counted.contains(" PARKED");
	}

	private static String counted(ForeseenLine line) {
		String ifs = line.ifs().isEmpty() ? "" : " " + String.join(" ", line.ifs());
		return line.kind() + " " + line.what() + ifs;
	}

	/** Ends with the counts. */
	@Override
	public void close() {
		if (this.json != null) {
			this.json.writeEndArray();
			this.json.writePOJOProperty("counts", this.counts);
			this.json.writeEndObject();
			this.json.flush();
			this.console.out().println();
		}
		else {
			List<List<String>> rows = Jobs.ALL.stream()
				.filter(this.counts::containsKey)
				.flatMap((job) -> this.counts.getOrDefault(job, Map.of())
					.entrySet()
					.stream()
					.map((count) -> List.of(job, count.getKey(), count.getValue().toString())))
				.toList();
			this.console.out()
				.println(rows.isEmpty() ? "The night of %s would do nothing".formatted(this.date)
						: "\nThe night of %s would do this, and has done nothing:\n%s".formatted(this.date,
								Texts.table(List.of("job", "what", "items"), rows)));
		}
		this.console.out().flush();
	}

}
