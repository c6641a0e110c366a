package dev.perennial.job.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.job.notices.FactsAhead.Facts;
import dev.perennial.job.notices.SendableNotices.Sendable;
import dev.perennial.mail.MailAddress;
import dev.perennial.mail.Outgoing;
import dev.perennial.mail.Traces;
import dev.perennial.mail.Traces.Fate;
import dev.perennial.mail.text.Letter;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeState;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Mailing;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.Item;
import dev.perennial.work.Run;

/** Makes notices SENDING, after their facts were read again (rules 8.2, 8.3). */
class MailClaims {

	private final SendableNotices notices;

	private final FactsAhead facts;

	private final Rulebooks rulebooks;

	private final Letters letters;

	private final Senders senders;

	MailClaims(SendableNotices notices, FactsAhead facts, Rulebooks rulebooks, Letters letters, Senders senders) {
		this.notices = notices;
		this.facts = facts;
		this.rulebooks = rulebooks;
		this.letters = letters;
		this.senders = senders;
	}

	/** Reads the facts of notices that are claimed next, and writes their letters. */
	void ahead(Run run, List<Item> items) {
		Tonight tonight = tonight(run);
		this.facts.read(items.stream().map(Item::key).toList(), tonight.date(), (facts) -> written(facts, tonight));
	}

	/** What fails here fails again with the claim of the one notice, which is parked. */
	private Facts written(Facts facts, Tonight tonight) {
		try {
			return fate(facts, tonight).isMailed() ? facts.saying(this.letters.write(facts, tonight)) : facts;
		}
		catch (RuntimeException ex) {
			return facts;
		}
	}

	Claims<Mail> claim(Run run, Chunk chunk) {
		Tonight tonight = tonight(run);
		Map<String, Facts> facts = this.facts.take(chunk.keys(), tonight.date());
		Claims<Mail> claims = new Claims<>();
		for (Item item : chunk) {
			Facts one = facts.get(item.key());
			if (one == null) {
				claims.done(item);
			}
			else {
				recovered(item, one, tonight, claims).ifPresent((open) -> claim(item, open, tonight, claims));
			}
		}
		send(claims);
		return claims;
	}

	private Tonight tonight(Run run) {
		return this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
	}

	private void claim(Item item, Facts facts, Tonight tonight, Claims<Mail> claims) {
		Mailing.Fate fate = fate(facts, tonight);
		if (fate.isMailed()) {
			beginAgain(facts.sendable());
			claims.claim(item,
					mail(facts, (facts.letter() != null) ? facts.letter() : this.letters.write(facts, tonight)));
		}
		else if (fate.isWaiting()) {
			claims.skip(item, String.valueOf(fate.reason()));
		}
		else {
			end(item, facts.sendable(), fate, tonight, claims);
		}
	}

	/** Doubts of one that nobody is sending were stored by an earlier commit. */
	private void beginAgain(Sendable one) {
		if (one.tried().doubts() > 0 && one.notice().state() != NoticeState.SENDING) {
			this.senders.journal().again(one.notice().id());
		}
	}

	private static Mailing.Fate fate(Facts facts, Tonight tonight) {
		Sendable one = facts.sendable();
		return Mailing.decide(one.notice(), facts.dossier(), !addresses(one).isEmpty(), tonight);
	}

	private static List<String> addresses(Sendable one) {
		Partner.Contact contact = one.partner().contact();
		return Stream.of(contact.email(), contact.backupEmail()).filter(MailAddress::isUsable).distinct().toList();
	}

	private Mail mail(Facts facts, Letter letter) {
		Sendable one = facts.sendable();
		Notice notice = one.notice();
		String messageId = this.senders.settings().messageId(notice.id());
		List<Outgoing> mails = new ArrayList<>();
		addresses(one).forEach((address) -> mails.add(new Outgoing(notice.id(), messageId, address, letter.locale(),
				letter.subject(), letter.text(), letter.html())));
		return new Mail(notice.id(), one.tried().dialogues(), one.sentAfter(one.tried().doubts() + 1), mails);
	}

	private void send(Claims<Mail> claims) {
		Map<String, String> messageIds = new LinkedHashMap<>();
		claims.claimed().values().forEach((mail) -> messageIds.put(mail.noticeId(), mail.mails().get(0).messageId()));
		if (!messageIds.isEmpty()) {
			this.notices.sending(messageIds, this.senders.journal().name());
		}
	}

	/**
	 * A notice that a process which died left SENDING, as far as its journal tells (rules
	 * 8.4): empty when there is nothing more to send.
	 */
	private Optional<Facts> recovered(Item item, Facts facts, Tonight tonight, Claims<Mail> claims) {
		Sendable one = facts.sendable();
		if (one.notice().state() != NoticeState.SENDING) {
			return Optional.of(facts);
		}
		Traces traces = this.senders.journal().tracesOf(one.notice().id(), one.journal());
		if (traces.fate() == Fate.NEVER_REACHED_THE_DOT) {
			return Optional.of(facts);
		}
		Sendable known = this.notices.delivered(one, traces, tonight);
		if (traces.fate() == Fate.UNKNOWN && known.sentAfter(known.tried().doubts())) {
			return Optional.of(facts.knowing(known));
		}
		claims.done(item);
		return Optional.empty();
	}

	private void end(Item item, Sendable one, Mailing.Fate fate, Tonight tonight, Claims<Mail> claims) {
		String reason = String.valueOf(fate.reason());
		this.notices.end(one.notice().id(), fate.state(), reason, tonight.date());
		claims.skip(item, reason);
	}

}
