package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.mail.Delivery;
import dev.perennial.mail.Delivery.Accepted;
import dev.perennial.mail.Delivery.Doubtful;
import dev.perennial.mail.Delivery.RefusedPermanently;
import dev.perennial.mail.Delivery.RefusedTemporarily;
import dev.perennial.notice.NoticeState;
import dev.perennial.rows.Rows;
import dev.perennial.work.Answer;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what the mail server said of notices (rules 8.3). */
class MailResults {

	private final Rows rows;

	MailResults(JdbcTemplate jdbc) {
		this.rows = new Rows(jdbc);
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	Outcomes store(Run run, List<Answer<Mail, List<Dialogue>>> answers) {
		List<Object[]> deliveries = new ArrayList<>();
		List<Object[]> notices = new ArrayList<>();
		for (Answer<Mail, List<Dialogue>> answer : answers) {
			Mail mail = answer.claim();
			int number = mail.tries();
			for (Dialogue dialogue : answer.result()) {
				deliveries.add(new Object[] { mail.noticeId(), ++number, dialogue.recipient(),
						result(dialogue.delivery()), dialogue.delivery().answer(), run.businessDate() });
			}
			Dialogue last = answer.result().get(answer.result().size() - 1);
			NoticeState state = state(last.delivery());
			notices.add(new Object[] { state.name(), reason(last.delivery()), run.businessDate(),
					(state == NoticeState.SENT) ? sentOn(run) : null, mail.noticeId() });
		}
		this.rows.insert(
				"""
						INSERT INTO mail_delivery (notice_id, try_no, recipient, result, answer, ended_in) VALUES (?, ?, ?, ?, ?, ?)
						""",
				deliveries);
		this.rows.update("""
				UPDATE notice SET state = ?, reason = ?, state_in = ?, sent_on = ?
				 WHERE state = 'SENDING' AND notice_id IN (:keys)
				""", notices);
		return Outcomes.done();
	}

	/** A mail that goes out in a late night counts as sent on today (rules 1.7). */
	private static LocalDate sentOn(Run run) {
		return run.businessDate().isBefore(run.today()) ? run.today() : run.businessDate();
	}

	static NoticeState state(Delivery delivery) {
		if (delivery instanceof Accepted) {
			return NoticeState.SENT;
		}
		if (delivery instanceof RefusedTemporarily) {
			return NoticeState.FAILED_TEMP;
		}
		return (delivery instanceof RefusedPermanently) ? NoticeState.FAILED_PERM : NoticeState.AMBIGUOUS;
	}

	private static String result(Delivery delivery) {
		if (delivery instanceof Accepted) {
			return "ACCEPTED";
		}
		if (delivery instanceof Doubtful) {
			return "DOUBTFUL";
		}
		return (delivery instanceof RefusedPermanently) ? "REFUSED_PERM" : "REFUSED_TEMP";
	}

	private static @Nullable String reason(Delivery delivery) {
		if (delivery instanceof Accepted) {
			return null;
		}
		return result(delivery);
	}

}
