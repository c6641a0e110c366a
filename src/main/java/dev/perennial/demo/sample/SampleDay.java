package dev.perennial.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the sample has for the night of a date, besides what is imported.
 *
 * @param sample the folder that {@link SamplePartners} wrote
 * @param date the date
 */
public record SampleDay(Path sample, LocalDate date) {

	/**
	 * Delivers the requests and bank lines of the date.
	 * @param inbox the folder of the inbox, made if it is not there
	 * @return how many files there were
	 */
	public int deliverTo(Path inbox) throws IOException {
		Files.createDirectories(inbox);
		try (Stream<Path> files = Files.list(this.sample.resolve("inbox"))) {
			List<Path> ofTheDay = files.filter((file) -> file.toString().endsWith("-%s.csv".formatted(this.date)))
				.toList();
			for (Path file : ofTheDay) {
				String name = file.getFileName().toString();
				Path part = Files.copy(file, inbox.resolve(name + ".part"));
				Files.move(part, inbox.resolve(name));
			}
			return ofTheDay.size();
		}
	}

	/**
	 * The subscriptions that a person holds (rules 3.7).
	 */
	public List<String> heldByHand() throws IOException {
		String row = "%s,HOLD,".formatted(this.date);
		return Files.readAllLines(this.sample.resolve("by-hand.csv"))
			.stream()
			.filter((line) -> line.startsWith(row))
			.map((line) -> line.substring(row.length()))
			.toList();
	}

}
