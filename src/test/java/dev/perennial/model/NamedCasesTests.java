package dev.perennial.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The model and the table that was written by hand say the same of every named case. */
@Tag("verify")
class NamedCasesTests {

	private static final LocalDate DAY = SamplePartners.DEMO_DATE;

	@TempDir
	private Path folder;

	@Test
	void sayTheSame() throws IOException {
		Path sample = this.folder.resolve("sample");
		SamplePartners partners = new SamplePartners(DAY);
		partners.writeTo(sample, partners.size(), CatalogueTexts.in(Path.of("config")));
		Happenings happenings = new Happenings(DAY);
		Simulation simulation = new Simulation(sample, DAY, this.folder.resolve("nights"));
		// far enough for the lapse of the term of 29 February, E = D + 249
		simulation
			.readBy((night, files) -> happenings.read(night.date, files, Dump.states(night.books, night.catalogue)))
			.runUntil(DAY.plusDays(281));
		assertThat(new NamedCases(sample, DAY, true).differences(happenings)).isEmpty();
	}

}
