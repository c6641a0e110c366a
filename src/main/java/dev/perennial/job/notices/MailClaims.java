package dev.perennial.job.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.job.notices.FactsAhead.Facts;
import dev.perennial.job.notices.SendableNotices.Sendable;
import dev.perennial.mail.DeliveryJournal.Fate;
import dev.perennial.mail.MailAddress;
import dev.perennial.mail.Outgoing;
import dev.perennial.mail.text.Letter;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode.Doubt;
import dev.perennial.notice.NoticeState;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Mailing;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.Item;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

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

	/** Reads the facts of notices that are claimed next. */
	void ahead(Run run, List<Item> items) {
		this.facts.read(items.stream().map(Item::key).toList(), run.businessDate());
	}

	Claims<Mail> claim(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, Facts> facts = this.facts.take(chunk.keys(), tonight.date());
		Claims<Mail> claims = new Claims<>();
		for (Item item : chunk) {
			Facts one = facts.get(item.key());
			if (one == null) {
				claims.done(item);
			}
			else {
				recovered(item, one.sendable(), tonight, claims)
					.ifPresent((open) -> claim(item, open, one.dossier(), tonight, claims));
			}
		}
		return claims;
	}

	private void claim(Item item, Sendable one, @Nullable Dossier dossier, Tonight tonight, Claims<Mail> claims) {
		List<String> addresses = addresses(one);
		Mailing.Fate fate = Mailing.decide(one.notice(), dossier, !addresses.isEmpty(), tonight);
		if (fate.isMailed()) {
			send(item, one, addresses, this.letters.write(one.notice(), one.partner(), dossier, tonight), claims);
		}
		else if (fate.isWaiting()) {
			claims.skip(item, String.valueOf(fate.reason()));
		}
		else {
			end(item, one, fate, tonight, claims);
		}
	}

	private static List<String> addresses(Sendable one) {
		Partner.Contact contact = one.partner().contact();
		return Stream.of(contact.email(), contact.backupEmail()).filter(MailAddress::isUsable).distinct().toList();
	}

	private void send(Item item, Sendable one, List<String> addresses, Letter letter, Claims<Mail> claims) {
		Notice notice = one.notice();
		String messageId = this.senders.settings().messageId(notice.id());
		List<Outgoing> mails = new ArrayList<>();
		addresses.forEach((address) -> mails.add(new Outgoing(notice.id(), messageId, address, letter.locale(),
				letter.subject(), letter.text(), letter.html())));
		this.notices.sending(notice, messageId, this.senders.journal().name());
		claims.claim(item, new Mail(notice.id(), one.tries(), notice.code().inDoubt(), mails));
	}

	/**
	 * A notice that a process which died left SENDING, as far as its journal tells (rules
	 * 8.4): empty when there is nothing more to send.
	 */
	private Optional<Sendable> recovered(Item item, Sendable one, Tonight tonight, Claims<Mail> claims) {
		if (one.notice().state() != NoticeState.SENDING) {
			return Optional.of(one);
		}
		Fate fate = this.senders.journal().fateOf(one.notice().id(), one.journal());
		if (fate == Fate.NEVER_REACHED_THE_DOT) {
			return Optional.of(one);
		}
		this.notices.delivered(one, fate == Fate.ACCEPTED, tonight);
		if (fate == Fate.UNKNOWN && one.notice().code().inDoubt() == Doubt.RESEND) {
			return Optional.of(one.triedAgain());
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
