package dev.perennial.importing.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.perennial.csv.Moves;
import dev.perennial.importing.FilesRefused;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Rules 1.6: each inbox file once, by its content; a refused one stops everything. */
@DatabaseTest
@Tag("mysql")
class InboxTests {

	private static final LocalDate DATE = LocalDate.of(2026, 6, 1);

	private static final String REQUESTS = "request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,card_expires,note\n";

	private static final String BANK = "entry_id,booked_on,amount,currency,reference,payer\n";

	private static final String TWO_REQUESTS = REQUESTS
			+ "R1,2026-06-01,RENEW,S1,P1,,,card,pm_card_visa,2027-02,\"Да, \"\"please\"\"\"\n"
			+ "R2,2026-07-01,CANCEL,S2,P2,,,,,,\n";

	private static final String ONE_LINE = BANK + "B1,2026-05-31,118.80,EUR,INV-2026-000001,A\n";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path inbox;

	InboxTests(TestDatabase database) {
		this.jdbc = new JdbcTemplate(database.app());
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
	}

	@BeforeEach
	void deliver() throws IOException {
		write("requests-1.csv", TWO_REQUESTS);
		write("bank-1.csv", ONE_LINE);
	}

	@Test
	void storesAllRowsAndThenMovesTheFiles() {
		assertThat(store()).containsExactly(new Inbox.Stored("bank-1.csv", 1), new Inbox.Stored("requests-1.csv", 2));
		assertThat(names(this.inbox)).containsExactly("bank-1.csv", "done", "requests-1.csv");
		assertThat(inbox().moveStored()).containsExactly("bank-1.csv", "requests-1.csv");
		assertThat(names(this.inbox)).containsExactly("done");
		assertThat(names(this.inbox.resolve("done"))).containsExactly("bank-1.csv", "requests-1.csv");
		assertThat(rows("""
				SELECT request_id AS id, submitted_on, type, payment_method AS method, expires_on, token, note
				  FROM request r LEFT JOIN card c ON c.card_id = r.card_id ORDER BY row_key
				""")).containsExactly(
				"id=R1, submitted_on=2026-06-01, type=RENEW, method=CARD, expires_on=2027-02-28, token=pm_card_visa,"
						+ " note=Да, \"please\"",
				"id=R2, submitted_on=2026-07-01, type=CANCEL, method=null, expires_on=null, token=null, note=");
		assertThat(rows("SELECT entry_id AS id, amount, currency, reference, waiting_key FROM bank_line"))
			.containsExactly("id=B1, amount=11880, currency=EUR, reference=INV-2026-000001, waiting_key=2026-05-31");
		assertThat(rows("SELECT name, kind, data_rows, stored_in FROM inbox_file ORDER BY 1")).containsExactly(
				"name=bank-1.csv, kind=BANK, data_rows=1, stored_in=2026-06-01",
				"name=requests-1.csv, kind=REQUESTS, data_rows=2, stored_in=2026-06-01");
	}

	@Test
	void onlyMovesWhatAKilledNightStored() {
		store();
		assertThat(store()).isEmpty();
		assertThat(inbox().moveStored()).hasSize(2);
		assertThat(rows("SELECT * FROM request")).hasSize(2);
	}

	@Test
	void storesAFileOnceThatIsDeliveredAgainUnderAnotherName() throws IOException {
		write("bank-2.csv", ONE_LINE);
		store();
		inbox().moveStored();
		write("bank-3.csv", ONE_LINE);
		assertThat(store()).isEmpty();
		assertThat(inbox().moveStored()).containsExactly("bank-3.csv");
		assertThat(rows("SELECT * FROM bank_line")).hasSize(1);
	}

	@Test
	void keepsBothFilesOfOneNameWithDifferentContent() throws IOException {
		store();
		inbox().moveStored();
		write("bank-1.csv", ONE_LINE.replace("B1", "B2"));
		assertThat(store()).hasSize(1);
		inbox().moveStored();
		assertThat(names(this.inbox.resolve("done"))).hasSize(3)
			.contains("bank-1.csv")
			.anyMatch((name) -> name.matches("bank-1-[0-9a-f]{8}\\.csv"));
		assertThat(rows("SELECT entry_id FROM bank_line ORDER BY 1")).containsExactly("entry_id=B1", "entry_id=B2");
	}

	@Test
	void storesNothingWhenOneFileIsRefused() throws IOException {
		write("requests-2.csv",
				REQUESTS + "R3,2026-02-30,RENEW,S1,P1,,,,,,\nR4,2026-06-01,RENEWAL,S1,P1,,,card,pm_card_visa,,\n");
		write("requests-3.csv", REQUESTS + "R5,2026-06-01\n");
		assertThatExceptionOfType(FilesRefused.class).isThrownBy(this::store).satisfies((refused) -> {
			assertThat(refused.files()).hasSize(2);
			assertThat(refused.details()).contains(
					"requests-2.csv line 2, column submitted_on: '2026-02-30' is no day of the calendar",
					"requests-2.csv line 3, column type: 'RENEWAL' is unknown",
					"requests-3.csv line 2, column type: 2 values instead of 11");
		});
		for (String table : List.of("inbox_file", "request", "bank_line", "card")) {
			assertThat(rows("SELECT * FROM " + table)).as(table).isEmpty();
		}
		assertThat(inbox().moveStored()).isEmpty();
		assertThat(this.inbox.resolve("requests-2.rejected.csv")).content()
			.contains("RENEWAL,S1,P1,,,card,****")
			.doesNotContain("pm_card_visa");
	}

	@Test
	void takesAFileThatWasMended() throws IOException {
		write("requests-1.csv", TWO_REQUESTS.replace("CANCEL", "CANCEL IT"));
		assertThatExceptionOfType(FilesRefused.class).isThrownBy(this::store);
		write("requests-1.csv", TWO_REQUESTS);
		assertThat(store()).hasSize(2);
		inbox().moveStored();
		assertThat(names(this.inbox)).containsExactly("done");
	}

	@Test
	void leavesAloneWhatIsNotDeliveredYet() throws IOException {
		for (String name : List.of(".requests-9.csv", "requests-9.csv.part", "bank-9.rejected.csv", "notes.txt")) {
			write(name, "half");
		}
		store();
		inbox().moveStored();
		assertThat(names(this.inbox)).containsExactly(".requests-9.csv", "bank-9.rejected.csv", "done", "notes.txt",
				"requests-9.csv.part");
	}

	@Test
	void refusesAFileWithoutAnyContent() throws IOException {
		write("bank-0.csv", "");
		assertThatExceptionOfType(FilesRefused.class).isThrownBy(this::store)
			.withMessageContaining("bank-0.csv refused")
			.withMessageContaining("the file is empty");
	}

	@Test
	void refusesANameThatIsTooLong() throws IOException {
		write("bank-" + "x".repeat(100) + ".csv", ONE_LINE.replace("B1", "B2"));
		assertThatExceptionOfType(FilesRefused.class).isThrownBy(this::store)
			.withMessageContaining("expected at most 100 characters");
	}

	@Test
	void sortsRowsByDayFileAndLine() throws IOException {
		write("bank-2.csv",
				BANK + "B2,2026-06-01,1,EUR,,\nB3,2026-05-30,1,EUR,,\nB4,2026-05-31,1,EUR,,\nB5,2026-05-31,1,EUR,,\n");
		store();
		assertThat(rows("SELECT entry_id FROM bank_line ORDER BY row_key")).containsExactly("entry_id=B3",
				"entry_id=B1", "entry_id=B4", "entry_id=B5", "entry_id=B2");
	}

	@Test
	void storesTwoLinesOfOneIdBoth() throws IOException {
		write("bank-1.csv", ONE_LINE + "B1,2026-05-31,118.80,EUR,INV-2026-000001,A\n");
		assertThat(store()).contains(new Inbox.Stored("bank-1.csv", 2));
	}

	@Test
	void stopsAtAFileThatChangesWhileItIsRead() throws IOException {
		Path file = this.inbox.resolve("bank-1.csv");
		Delivery delivery = Delivery.of(file);
		String before = delivery.sha256();
		Files.writeString(file, ONE_LINE.replace("118.80", "1188.00"));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.transactions
				.executeWithoutResult((status) -> new InboxFiles(this.jdbc).store(delivery, before, DATE)))
			.withMessageContaining("bank-1.csv changed while it was read");
		assertThat(rows("SELECT * FROM bank_line")).isEmpty();
	}

	private List<Inbox.Stored> store() {
		List<Inbox.Stored> stored = this.transactions.execute((status) -> inbox().store(DATE));
		return (stored != null) ? stored : List.of();
	}

	private Inbox inbox() {
		return new Inbox(this.inbox, this.jdbc, new Moves());
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(this.inbox.resolve(name), content);
	}

	private static List<String> names(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private List<String> rows(String sql) {
		return this.jdbc.queryForList(sql).stream().map(InboxTests::text).toList();
	}

	private static String text(Map<String, Object> row) {
		String text = row.toString();
		return text.substring(1, text.length() - 1);
	}

}
