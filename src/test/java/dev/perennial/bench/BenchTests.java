package dev.perennial.bench;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The benchmark in the sizes that the build was told. */
@Tag("bench")
class BenchTests {

	@Test
	void measuresTheNights() throws Exception {
		FileSystemUtils.deleteRecursively(BenchSizes.FOLDER);
		Files.createDirectories(BenchSizes.FOLDER);
		BenchReport report = new BenchReport();
		try {
			BenchSizes sizes = BenchSizes.asTold();
			String parts = System.getProperty("perennial.bench.parts", "renewals,notices,charges,mails,killed,quiet");
			for (String part : parts.split(",")) {
				switch (part) {
					case "renewals" -> new RenewalsBench(sizes, report).run();
					case "notices" -> new NoticesBench(sizes, report).run();
					case "charges" -> new ChargesBench(sizes, report).run();
					case "mails" -> new MailsBench(sizes, report).run();
					case "killed" -> new KilledNightBench(sizes, report).run();
					case "quiet" -> new QuietNightBench(sizes, report).run();
					default -> throw new IllegalArgumentException(part);
				}
			}
		}
		finally {
			report.write(BenchSizes.FOLDER.resolve("report.md"));
			String kept = System.getProperty("perennial.bench.kept");
			if (kept != null) {
				report.write(Path.of(kept));
			}
		}
	}

}
