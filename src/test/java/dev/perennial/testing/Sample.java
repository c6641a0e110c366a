package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;

/** The sample partners, as an operator brings them in before the night of the demo. */
public final class Sample {

	/** The night that the sample is made for. */
	public static final LocalDate D = SamplePartners.DEMO_DATE;

	private Sample() {
	}

	/** Loads the sample and lays the files of the night into the inbox of a program. */
	public static void load(RunningProgram program, Path folder) throws IOException {
		load(program, folder, UnaryOperator.identity());
	}

	/** The same with the rows of the subscriptions changed. */
	public static void load(RunningProgram program, Path folder, UnaryOperator<String> subscriptions)
			throws IOException {
		CatalogueTexts texts = CatalogueTexts.in(Path.of("config"));
		Path sample = folder.resolve("sample");
		SamplePartners partners = new SamplePartners(D);
		partners.writeTo(sample, partners.size(), texts);
		Path rows = sample.resolve("subscriptions.csv");
		Files.writeString(rows, subscriptions.apply(Files.readString(rows)));
		Set<String> offers = Set.copyOf(Catalogue.read(texts).offerCodes());
		program.load(sample, offers, D);
		Files.createDirectories(folder.resolve("inbox"));
		try (Stream<Path> files = Files.list(sample.resolve("inbox"))) {
			for (Path file : files.filter((one) -> one.toString().contains(D.toString())).toList()) {
				Files.copy(file, folder.resolve("inbox").resolve(file.getFileName()));
			}
		}
	}

}
