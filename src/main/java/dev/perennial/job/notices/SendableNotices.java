package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.mail.Traces;
import dev.perennial.mail.Traces.Dot;
import dev.perennial.mail.Traces.Fate;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode.Doubt;
import dev.perennial.notice.NoticeState;
import dev.perennial.notice.Notices;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Partners;
import dev.perennial.renewal.Tonight;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices that are to be sent. */
class SendableNotices {

	private final JdbcClient jdbc;

	private final Partners partners;

	SendableNotices(JdbcClient jdbc, Partners partners) {
		this.jdbc = jdbc;
		this.partners = partners;
	}

	/**
	 * Locks notices until the end of the transaction; those that are not to be sent any
	 * more are left out.
	 */
	Map<String, Sendable> lock(Collection<String> ids) {
		this.jdbc.sql("SELECT notice_id FROM notice WHERE notice_id IN (:ids) ORDER BY 1 FOR UPDATE")
			.param("ids", ids)
			.query(String.class)
			.list();
		return read(ids);
	}

	/** Reads notices; those that are not to be sent any more are left out. */
	Map<String, Sendable> read(Collection<String> ids) {
		List<Row> rows = this.jdbc.sql("""
				SELECT n.*, s.currency, (SELECT COUNT(*) FROM mail_delivery d WHERE d.notice_id = n.notice_id) AS tries,
				       (SELECT COUNT(*) FROM mail_delivery d
				         WHERE d.notice_id = n.notice_id AND d.result = 'DOUBTFUL') AS doubts
				  FROM notice n
				  LEFT JOIN subscription s ON s.subscription_id = n.subscription_id
				 WHERE n.notice_id IN (:ids) AND n.waits_for = 'NIGHT'
				""")
			.param("ids", ids)
			.query((row, number) -> new Row(Notices.notice(row, number), row.getString("journal"),
					new Tried(row.getInt("tries"), row.getInt("doubts"))))
			.list();
		Map<String, Partner> known = this.partners.byId(rows.stream()
			.map((row) -> row.notice().about().partnerId())
			.collect(Collectors.toCollection(TreeSet::new)));
		return rows.stream()
			.map((row) -> new Sendable(row.notice(),
					Objects.requireNonNull(known.get(row.notice().about().partnerId())), row.journal(), row.tried()))
			.collect(Collectors.toMap((one) -> one.notice().id(), (one) -> one));
	}

	/**
	 * Makes notices SENDING, under the journal of this process.
	 * @param messageIds by notice id
	 * @throws IllegalStateException if one came to an end since it was read
	 */
	void sending(Map<String, String> messageIds, String journal) {
		List<Object> values = new ArrayList<>();
		messageIds.forEach((id, messageId) -> values.addAll(List.of(id, messageId)));
		values.add(journal);
		values.addAll(messageIds.keySet());
		int met = this.jdbc.sql("""
				UPDATE notice SET state = 'SENDING', reason = NULL, message_id = CASE notice_id %s END, journal = ?
				 WHERE notice_id IN (%s) AND state IN ('PLANNED', 'SENDING', 'FAILED_TEMP', 'AMBIGUOUS')
				""".formatted(times(messageIds.size(), "WHEN ? THEN ?", " "), times(messageIds.size(), "?", ", ")))
			.params(values)
			.update();
		if (met != messageIds.size()) {
			throw new IllegalStateException("Not all are to be sent any more: " + messageIds.keySet());
		}
	}

	private static String times(int count, String text, String between) {
		return String.join(between, Collections.nCopies(count, text));
	}

	void end(String id, NoticeState state, String reason, LocalDate date) {
		this.jdbc.sql("UPDATE notice SET state = :state, reason = :reason, state_in = :date WHERE notice_id = :id")
			.param("state", state.name())
			.param("reason", reason)
			.param("date", date)
			.param("id", id)
			.update();
	}

	/**
	 * Stores what a dead process had reached with a notice: accepted, or nobody knows.
	 * @return the notice after these dialogues
	 */
	Sendable delivered(Sendable one, Traces traces, Tonight tonight) {
		String contact = String.valueOf(one.partner().contact().email());
		List<Dot> dots = traces.dots().isEmpty() ? List.of(new Dot(contact, false)) : traces.dots();
		Sendable then = one;
		for (Dot dot : dots) {
			then = then.triedAgain(!dot.accepted());
			this.jdbc.sql("""
					INSERT INTO mail_delivery (notice_id, try_no, recipient, result, answer, ended_in)
					VALUES (:id, :number, :recipient, :result, 'learnt from the journal of a run that died', :date)
					""")
				.param("id", one.notice().id())
				.param("number", then.tried().dialogues())
				.param("recipient", dot.recipient().isEmpty() ? contact : dot.recipient())
				.param("result", dot.accepted() ? "ACCEPTED" : "DOUBTFUL")
				.param("date", tonight.date())
				.update();
		}
		ended(one.notice().id(), traces.fate() == Fate.ACCEPTED, tonight);
		return then;
	}

	private void ended(String id, boolean accepted, Tonight tonight) {
		this.jdbc
			.sql("""
					UPDATE notice SET state = :state, reason = :reason, state_in = :date, sent_on = :sent WHERE notice_id = :id
					""")
			.param("state", (accepted ? NoticeState.SENT : NoticeState.AMBIGUOUS).name())
			.param("reason", accepted ? null : "DOUBTFUL")
			.param("date", tonight.date())
			.param("sent", accepted ? tonight.notBeforeToday(tonight.date()) : null)
			.param("id", id)
			.update();
	}

	/**
	 * A notice to send.
	 *
	 * @param journal the journal of the process that was sending it, if one was
	 * @param tried what came of it before
	 */
	record Sendable(Notice notice, Partner partner, @Nullable String journal, Tried tried) {

		/**
		 * Whether it is sent after so many dialogues that ended in doubt: better twice
		 * than never where its code says so, and never three times (rules 8.4).
		 */
		boolean sentAfter(int doubts) {
			return doubts == 0 || (doubts == 1 && this.notice.code().inDoubt() == Doubt.RESEND);
		}

		/** After a dialogue whose end was learnt from a journal. */
		Sendable triedAgain(boolean doubted) {
			Tried now = new Tried(this.tried.dialogues() + 1, this.tried.doubts() + (doubted ? 1 : 0));
			return new Sendable(this.notice, this.partner, this.journal, now);
		}

	}

	/**
	 * The dialogues that a notice had.
	 *
	 * @param dialogues how many
	 * @param doubts how many of them ended in doubt
	 */
	record Tried(int dialogues, int doubts) {

	}

	private record Row(Notice notice, @Nullable String journal, Tried tried) {

	}

}
