package dev.perennial.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.perennial.demo.LocalOutside;
import dev.perennial.demo.Mailbox;
import dev.perennial.mail.MailFile;
import dev.perennial.notice.NoticeCode;
import dev.perennial.testing.NightLeft;
import dev.perennial.testing.TestDatabase;

/**
 * What a night left, seen in the database and by the servers outside.
 *
 * @param left rows, files and mails
 * @param books the charges as the gateway has booked them, without their instants
 * @param doubts the mails of which nobody knew, or knows, whether they were accepted
 * @param runs how the runs of jobs stand
 * @param unexplained what they saw although no row meant it
 */
public record Outcome(NightLeft left, List<String> books, List<Doubt> doubts, List<String> runs,
		List<String> unexplained) {

	private static final String RUNS = "SELECT CONCAT_WS(' ', business_date, job, scope, state) FROM batch_run";

	/** Asks everybody. */
	public static Outcome of(TestDatabase database, LocalOutside outside) throws IOException {
		List<MailFile> mails = Mailbox.messages(outside.mails());
		return new Outcome(NightLeft.of(database, outside.outbox(), mails), books(outside), doubts(database, mails),
				database.ownerJdbc().sql(RUNS).query(String.class).list(), Unexplained.of(database, outside));
	}

	static List<String> books(LocalOutside outside) throws IOException {
		try (InputStream books = outside.gateway().resolve("/books.csv").toURL().openStream()) {
			return new String(books.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.substring(0, line.lastIndexOf(',')))
				.sorted()
				.toList();
		}
	}

	private static List<Doubt> doubts(TestDatabase database, List<MailFile> mails) {
		Map<String, Integer> accepted = new TreeMap<>();
		mails.forEach((mail) -> accepted.merge(mail.messageId().replaceAll("[<>]|@.*", ""), 1, Integer::sum));
		// Sent again after a doubt, it is no longer seen in the notice itself.
		return database.ownerJdbc()
			.sql("""
					SELECT n.notice_id, n.code, n.state, (SELECT COUNT(*) FROM mail_delivery d
					  WHERE d.notice_id = n.notice_id AND d.result = 'DOUBTFUL') doubted
					FROM notice n ORDER BY n.notice_id
					""")
			.query((row, number) -> new Doubt(row.getString(1), row.getString(2), row.getString(3),
					accepted.getOrDefault(row.getString(1), 0), row.getInt(4)))
			.list()
			.stream()
			.filter((notice) -> notice.state().equals("AMBIGUOUS") || notice.doubted() > 0 || notice.accepted() > 1)
			.toList();
	}

	/** The ids of the notices in doubt. */
	public Set<String> doubtful() {
		return this.doubts.stream().map(Doubt::notice).collect(Collectors.toSet());
	}

	/**
	 * All that differs from a night to which nothing happened, but for mails in doubt
	 * (rules 8.4).
	 */
	public List<String> differencesFrom(Outcome undisturbed) {
		Set<String> doubtful = doubtful();
		List<String> differences = new ArrayList<>(
				this.left.without(doubtful).differencesFrom(undisturbed.left.without(doubtful)));
		NightLeft.compare("books of the gateway", this.books, undisturbed.books, differences);
		NightLeft.compare("runs of jobs", this.runs, undisturbed.runs, differences);
		differences.addAll(this.unexplained);
		this.doubts.stream()
			.filter((doubt) -> !doubt.allowed())
			.forEach((doubt) -> differences.add("lost, or sent too often: " + doubt));
		return differences;
	}

	/**
	 * A mail in doubt.
	 *
	 * @param notice its id
	 * @param code what it says
	 * @param state of the notice
	 * @param accepted how often the mail server took it
	 * @param doubted how many dialogues of it ended in doubt
	 */
	public record Doubt(String notice, String code, String state, int accepted, int doubted) {

		/**
		 * Better twice than never, where the code says so, and after two doubts a person
		 * decides; else once at most, and if it is said to be sent, it was. Nothing is
		 * accepted of which no dialogue ended well or in doubt.
		 */
		boolean allowed() {
			boolean sent = this.state.equals("SENT");
			boolean explained = this.accepted <= this.doubted + (sent ? 1 : 0);
			if (NoticeCode.valueOf(this.code).inDoubt() == NoticeCode.Doubt.RESEND) {
				boolean inVain = this.accepted == 0 && this.doubted == 2 && this.state.equals("AMBIGUOUS");
				return explained && (this.accepted == 1 || this.accepted == 2 || inVain);
			}
			return explained && (this.accepted == 1 || (this.accepted == 0 && !sent));
		}

	}

}
