package dev.perennial.importing.inbox;

import java.io.IOException;
import java.nio.file.Path;

import dev.perennial.importing.row.GeneratedFiles;
import dev.perennial.importing.row.ReadOrRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file of the inbox holds, it is read or refused. */
class GeneratedInboxFilesTests {

	static final String REQUEST = "R%d,2026-06-20,PURCHASE,,P1,BRONZE,EUR,card,pm_card_visa,2031-01,please";

	static final String BANK_LINE = "B%d,2026-06-20,118.80,EUR,INV-2026-000001,Müller GmbH";

	private static final RowKeys KEYS = new RowKeys("x.csv", "0123456789abcdef");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void ofRequests() throws IOException {
		new ReadOrRefused(this.folder, new GeneratedFiles(RequestFile.COLUMNS, REQUEST)).of(GeneratedFiles.times(2_000),
				() -> new RequestFile(KEYS)::read);
	}

	@Test
	void ofBankLines() throws IOException {
		new ReadOrRefused(this.folder, new GeneratedFiles(BankFile.COLUMNS, BANK_LINE)).of(GeneratedFiles.times(2_000),
				() -> new BankFile(KEYS)::read);
	}

}
