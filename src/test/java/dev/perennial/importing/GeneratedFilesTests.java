package dev.perennial.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.perennial.importing.row.Fields;
import dev.perennial.importing.row.GeneratedFiles;
import dev.perennial.importing.row.ReadOrRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the files of an import hold, each is read or refused: nothing else ever comes
 * of it.
 */
class GeneratedFilesTests {

	static final String PARTNER = "P%d,Müller GmbH,a@example.com,b@example.com,Anna,+43 1 1,de_AT,DE,DE123456789,Weg 1,10115,Berlin";

	static final String SUBSCRIPTION = "S%d,P1,gold,EUR,2024-02-29,2026-02-28,2027-02-27,on,card,pm_card_visa,2027-02,2026-05-11";

	static final String QUALIFICATION = "P1,gold,2026-05-1%d,yes";

	private static final Known KNOWN = new Known(LocalDate.of(2026, 6, 1), Set.of("gold"), Set.of("P1"), Set.of());

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void ofPartners() throws IOException {
		assertReadOrRefused(PartnerFile.COLUMNS, PARTNER, () -> new PartnerFile()::read);
	}

	@Test
	void ofSubscriptions() throws IOException {
		assertReadOrRefused(SubscriptionFile.COLUMNS, SUBSCRIPTION, () -> new SubscriptionFile(KNOWN)::read);
	}

	@Test
	void ofQualifications() throws IOException {
		assertReadOrRefused(QualificationFile.COLUMNS, QUALIFICATION, () -> new QualificationFile(KNOWN)::read);
	}

	private <T> void assertReadOrRefused(List<String> columns, String good,
			Supplier<Function<Fields, @Nullable T>> reader) throws IOException {
		new ReadOrRefused(this.folder, new GeneratedFiles(columns, good)).of(GeneratedFiles.times(2_000), reader);
	}

}
