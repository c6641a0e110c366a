package dev.perennial.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The benchmark in the sizes that the build was told, part by part; with
 * {@code -Dperennial.bench.pieces=true} the report keeps the parts of earlier runs.
 */
@Tag("bench")
class BenchTests {

	private static final List<String> PARTS = List.of("renewals", "notices", "charges", "mails", "killed", "quiet");

	private static final Path FOUND = BenchSizes.FOLDER.resolve("found");

	@Test
	void measuresTheNights() throws Exception {
		List<String> parts = List.of(System.getProperty("perennial.bench.parts", String.join(",", PARTS)).split(","));
		Surroundings.require(parts);
		if (!Boolean.getBoolean("perennial.bench.pieces")) {
			FileSystemUtils.deleteRecursively(BenchSizes.FOLDER);
		}
		Files.createDirectories(BenchSizes.FOLDER);
		for (String part : parts) {
			measure(part);
		}
	}

	private static void measure(String part) throws Exception {
		BenchReport report = new BenchReport(part);
		BenchSizes sizes = BenchSizes.asTold();
		switch (part) {
			case "renewals" -> new RenewalsBench(sizes, report).run();
			case "notices" -> new NoticesBench(sizes, report).run();
			case "charges" -> new ChargesBench(sizes, report).run();
			case "mails" -> new MailsBench(sizes, report).run();
			case "killed" -> new KilledNightBench(sizes, report).run();
			case "quiet" -> new QuietNightBench(sizes, report).run();
			default -> throw new IllegalArgumentException(part + " is none of " + PARTS);
		}
		report.write(FOUND);
		String all = BenchReport.join(FOUND, PARTS);
		Files.writeString(BenchSizes.FOLDER.resolve("report.md"), all);
		String kept = System.getProperty("perennial.bench.kept");
		if (kept != null) {
			Files.writeString(Path.of(kept), all);
		}
	}

}
