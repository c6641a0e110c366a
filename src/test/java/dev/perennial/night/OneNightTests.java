package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import dev.perennial.importing.Import;
import dev.perennial.importing.Imported;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night over the sample data, with a real database, a real card gateway and a
 * real mail server.
 */
@DatabaseTest
class OneNightTests {

	private static final LocalDate D = SamplePartners.DEMO_DATE;

	@TempDir
	Path folder;

	@Test
	void runsOnceAndChangesNothingTheSecondTime(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			prepare(program);
			NightResult first = program.night(D);
			assertThat(first.nights()).as(first.toString()).hasSize(1);
			assertThat(first.nights().get(0).closed()).as(first.toString()).isTrue();
			long mails = program.mailbox().messages().size();
			assertThat(mails).isPositive();
			assertThat(database.ownerJdbc().sql("SELECT COUNT(*) FROM document").query(Long.class).single())
				.isPositive();
			assertThat(this.folder.resolve("outbox").resolve(D.toString()).resolve(".ok")).exists();
			NightResult second = program.night(D);
			assertThat(second.nights()).isEmpty();
			assertThat(program.mailbox().messages()).hasSize((int) mails);
		}
	}

	private void prepare(RunningProgram program) throws IOException {
		CatalogueTexts texts = CatalogueTexts.in(Path.of("config"));
		Path sample = this.folder.resolve("sample");
		SamplePartners partners = new SamplePartners(D);
		partners.writeTo(sample, partners.size(), texts);
		Imported imported = program.bean(Import.class).load(sample, Set.copyOf(Catalogue.read(texts).offerCodes()), D);
		assertThat(imported.refused()).isEmpty();
		Files.createDirectories(this.folder.resolve("inbox"));
		try (Stream<Path> files = Files.list(sample.resolve("inbox"))) {
			for (Path file : files.filter((one) -> one.toString().contains(D.toString())).toList()) {
				Files.copy(file, this.folder.resolve("inbox").resolve(file.getFileName()));
			}
		}
	}

}
