package dev.perennial.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Writes the report of a JVM's tests where {@code -Dperennial.chaos.report=FILE} says,
 * from what each {@link ChaosPart} has left. With {@code -Dperennial.chaos.pieces=true}
 * the parts of earlier JVMs stay, but for those that ran again.
 */
public final class ChaosReport implements LauncherSessionListener {

	private static final DateTimeFormatter ENDED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");

	private static final Path PARTS = Path.of("target", "chaos", "parts.tsv");

	private static final String FILE = "perennial.chaos.report";

	private static final String PIECES = "perennial.chaos.pieces";

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		if (System.getProperty(FILE, "").isBlank() || Boolean.getBoolean(PIECES)) {
			return;
		}
		try {
			Files.deleteIfExists(PARTS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		String file = System.getProperty(FILE, "");
		if (file.isBlank() || Files.notExists(PARTS)) {
			return;
		}
		try {
			Path report = Path.of(file);
			Files.createDirectories(report.toAbsolutePath().getParent());
			Files.writeString(report, text(Files.readAllLines(PARTS)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Keeps lines until the report is written. */
	static void append(List<String> lines) throws IOException {
		Files.createDirectories(PARTS.toAbsolutePath().getParent());
		Files.write(PARTS, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	static String now() {
		return LocalDateTime.now(ZoneOffset.UTC).format(ENDED);
	}

	/**
	 * Keeps what came of a night without a safeguard.
	 * @param cells safeguard, what stood there instead, scenario, what the harness saw,
	 * whether it is red, server
	 */
	public static void proof(String... cells) throws IOException {
		Stream<String> clean = Stream.of(cells).map((cell) -> cell.replaceAll("\\s+", " ").replace("|", "\\|"));
		append(List.of("proof\t%s\t%s".formatted(clean.collect(Collectors.joining("\t")), now())));
	}

	/** The report of what the parts left. */
	static String text(List<String> left) {
		List<String> lines = lastOfEachPart(left);
		List<String> text = new ArrayList<>(List.of("# Killed anywhere: the last full run", "",
				"Written by `mvn -Pchaos verify` at its end. A night to which something happened is compared with one to which nothing",
				"did: rows of all tables of the business, files byte for byte, mails with their text, books of the card gateway.",
				"Only a mail may be in doubt (rules 8.4), at most one for each kill and connection to the mail server: of files that name it",
				"only the other lines are compared, and not the hashes over them.",
				"Where a night should leave something else (a partner is poisoned, a charge waits for the next night), its test judges it,",
				"and the row says so. A night may be started three times after what happened to it, as a timer does: *failed starts* counts",
				"those that ended without the night though nothing was done to them, so that the next one had to do it.",
				""));
		text.addAll(parts(cells(lines, "part")));
		text.addAll(List.of("", "## Differences", ""));
		List<String[]> differences = cells(lines, "difference");
		differences.forEach((difference) -> text.add("- %s: `%s`".formatted(difference[1], difference[2])));
		if (differences.isEmpty()) {
			text.add("None.");
		}
		text.addAll(List.of("", "## Mails in doubt", ""));
		text.addAll(doubts(cells(lines, "doubt")));
		text.addAll(List.of("", "## Without a safeguard", "",
				"The same nights of a program in which one safeguard is taken out: where the harness is right, it sees what that does.",
				""));
		text.addAll(proofs(cells(lines, "proof")));
		return String.join("\n", text) + "\n";
	}

	private static List<String> parts(List<String[]> parts) {
		List<String> rows = new ArrayList<>(List.of(
				"| part | server | seed | nights | kills | faults | differences | mails in doubt | at most | failed starts | took | ended | |",
				"|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|"));
		for (String[] part : parts) {
			// Of a run in which they were not counted yet nobody knows.
			String failed = (part.length > 13) ? part[13] : "?";
			rows.add("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |".formatted(part[1], part[2],
					part[3], part[4], part[5], part[6], part[7], part[8], part[9], failed, took(part[10]), part[11],
					part[12]));
		}
		return rows;
	}

	private static List<String> doubts(List<String[]> doubts) {
		if (doubts.isEmpty()) {
			return List.of("None.");
		}
		List<String> rows = new ArrayList<>(
				List.of("| notice | code | state | accepted by the mail server | in a night that was |",
						"|---|---|---|--:|---|"));
		doubts.forEach((doubt) -> rows
			.add("| %s | %s | %s | %s | %s |".formatted(doubt[1], doubt[2], doubt[3], doubt[4], doubt[5])));
		return rows;
	}

	private static List<String> proofs(List<String[]> proofs) {
		if (proofs.isEmpty()) {
			return List.of("Not run.");
		}
		List<String> rows = new ArrayList<>(
				List.of("| safeguard | what stands there instead | scenario | the harness saw | | server | ended |",
						"|---|---|---|---|---|---|---|"));
		proofs.forEach((proof) -> rows.add("| %s | `%s` | %s | `%s` | %s | %s | %s |".formatted(proof[1], proof[2],
				proof[3], proof[4], proof[5], proof[6], proof[7])));
		return rows;
	}

	private static List<String> lastOfEachPart(List<String> lines) {
		Map<String, List<String>> parts = new LinkedHashMap<>();
		List<String> part = new ArrayList<>();
		for (String line : lines) {
			if (line.startsWith("part\t") || line.startsWith("proof\t")) {
				part = new ArrayList<>();
				parts.put(line.split("\t", -1)[1], part);
			}
			part.add(line);
		}
		return parts.values().stream().flatMap(List::stream).toList();
	}

	private static String took(String seconds) {
		Duration took = Duration.ofSeconds(Long.parseLong(seconds));
		return "%d:%02d min".formatted(took.toMinutes(), took.toSecondsPart());
	}

	private static List<String[]> cells(List<String> lines, String kind) {
		return lines.stream().map((line) -> line.split("\t", -1)).filter((cells) -> cells[0].equals(kind)).toList();
	}

}
