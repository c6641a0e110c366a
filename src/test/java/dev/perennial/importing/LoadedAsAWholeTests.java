package dev.perennial.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.perennial.csv.Moves;
import dev.perennial.importing.inbox.Inbox;
import dev.perennial.importing.row.GeneratedFiles;
import dev.perennial.night.NightResult;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is delivered, the database has all of a file or nothing of it, and the night
 * that follows closes.
 */
@DatabaseTest
class LoadedAsAWholeTests {

	/** The first night, and the day of the import. */
	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private static final String TABLES = "partner, qualification, card, subscription, term, auto_renew_off, notice, quote, inbox_file, request, bank_line";

	private static final int OF_A_KIND = 40;

	private static final String REQUEST = "R%d,2026-06-20,PURCHASE,,PS1,BRONZE,EUR,card,pm_card_visa,2031-01,please";

	private static final String BANK_LINE = "B%d,2026-06-20,118.80,EUR,INV-2026-000001,Müller GmbH";

	private final TestDatabase database;

	@TempDir
	Path folder;

	LoadedAsAWholeTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void aGeneratedFileIsStoredAsAWholeOrNotAtAllAndTheNightCloses() throws IOException {
		try (RunningProgram program = new RunningProgram(this.database, this.folder)) {
			new Members().renewing(2, "S", D.minusDays(1)).load(program, this.folder, D);
			tryImports(program, PartnerFile.NAME, PartnerFile.COLUMNS, GeneratedFilesTests.PARTNER, "partner");
			tryImports(program, SubscriptionFile.NAME, SubscriptionFile.COLUMNS,
					GeneratedFilesTests.SUBSCRIPTION.replace("P1,gold", "PS1,BRONZE"), "subscription");
			tryImports(program, QualificationFile.NAME, QualificationFile.COLUMNS,
					GeneratedFilesTests.QUALIFICATION.replace("P1,gold", "PS1,BRONZE"), "qualification");
			tryInbox(program, "requests-%d.csv", "request_id,submitted_on,type,subscription_id,partner_id,offer,"
					+ "currency,payment_method,card_token,card_expires,note", REQUEST, "request");
			tryInbox(program, "bank-%d.csv", "entry_id,booked_on,amount,currency,reference,payer", BANK_LINE,
					"bank_line");
			NightResult night = program.night(D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
		}
	}

	private void tryImports(RunningProgram program, String name, List<String> columns, String good, String table)
			throws IOException {
		Path from = Files.createDirectories(this.folder.resolve(table));
		for (int number = 0; number < GeneratedFiles.times(OF_A_KIND); number++) {
			GeneratedFiles files = new GeneratedFiles(columns, numbered(good, number));
			files.write(number, from.resolve(name));
			Snapshot before = Snapshot.of(this.database, table);
			Imported imported = program.bean(Lease.class)
				.hold(null, () -> program.bean(Import.class).load(from, Set.of("BRONZE"), D));
			before.assertAllOrNothing(files.name(number),
					imported.loaded().stream().mapToLong(Imported.Loaded::rows).sum(), from.resolve(name));
		}
	}

	private void tryInbox(RunningProgram program, String name, String columns, String good, String table)
			throws IOException {
		Path inbox = this.folder.resolve("tried-" + table);
		for (int number = 0; number < GeneratedFiles.times(OF_A_KIND); number++) {
			GeneratedFiles files = new GeneratedFiles(List.of(columns.split(",")), numbered(good, number));
			Path file = Files.createDirectories(inbox).resolve(name.formatted(number));
			files.write(number, file);
			// It is stored before the other is seen to be refused, and must not stay
			Path first = inbox.resolve(name.replace("%d", "0-good"));
			Files.writeString(first, "%s\n%s\n".formatted(columns, good.formatted(1_000 + number)));
			Snapshot before = Snapshot.of(this.database, table);
			before.assertAllOrNothing(files.name(number), stored(program, inbox), file, first);
			Files.delete(file);
		}
	}

	/** How many rows were stored; none if the file was refused. */
	private static long stored(RunningProgram program, Path inbox) {
		Inbox files = new Inbox(inbox, program.bean(JdbcTemplate.class), new Moves());
		try {
			return program.bean(Lease.class)
				.hold(null, () -> program.bean(FencedTransactions.class).inTransaction(() -> files.store(D)))
				.stream()
				.mapToLong(Inbox.Stored::rows)
				.sum();
		}
		catch (FilesRefused ex) {
			return 0;
		}
	}

	/** Each file brings ids of its own. */
	private static String numbered(String good, int number) {
		return good.replaceFirst("^([A-Z])%d", "$1" + number + ".%d");
	}

	/**
	 * What the tables hold.
	 *
	 * @param database the database
	 * @param table the one that a row of the file becomes a row of
	 * @param rows how many it has
	 * @param checksums of all tables
	 */
	private record Snapshot(TestDatabase database, String table, long rows, List<String> checksums) {

		static Snapshot of(TestDatabase database, String table) {
			return new Snapshot(database, table,
					database.ownerJdbc().sql("SELECT COUNT(*) FROM " + table).query(Long.class).single(),
					database.ownerJdbc()
						.sql("CHECKSUM TABLE " + TABLES)
						.query((rs, row) -> rs.getString(1) + " " + rs.getString(2))
						.list());
		}

		/**
		 * @param loaded how many rows the program says it has loaded; none if it refused
		 * @param delivered the files, good if something was loaded
		 */
		void assertAllOrNothing(String file, long loaded, Path... delivered) throws IOException {
			Snapshot after = of(this.database, this.table);
			if (loaded == 0) {
				assertThat(after.checksums).as(file).isEqualTo(this.checksums);
			}
			else {
				assertThat(loaded).as(file).isEqualTo(GeneratedFiles.rows(delivered));
			}
			if (loaded > 0 && !this.table.equals("qualification")) {
				assertThat(after.rows - this.rows).as(file).isEqualTo(loaded);
			}
		}

	}

}
