package dev.perennial.job.notices;

import java.util.ArrayList;
import java.util.List;

import dev.perennial.mail.Delivery;
import dev.perennial.mail.Delivery.Doubtful;
import dev.perennial.mail.Delivery.RefusedPermanently;
import dev.perennial.mail.MailConnections;
import dev.perennial.mail.MailJournalUnwritable;
import dev.perennial.mail.MailServerSilent;
import dev.perennial.mail.Outgoing;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.PartyUnavailable;
import dev.perennial.work.Plan;
import dev.perennial.work.Question;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

/** Mails the notices that are to be sent (rules 8.3, 8.4, 8.5). */
class SendMails implements EffectWork<Mail, List<Dialogue>> {

	private final Round round;

	private final MailClaims claims;

	private final MailResults results;

	private final MailConnections connections;

	private final Pace pace;

	SendMails(Round round, MailClaims claims, MailResults results, MailConnections connections, Pace pace) {
		this.round = round;
		this.claims = claims;
		this.results = results;
		this.connections = connections;
		this.pace = pace;
	}

	@Override
	public String name() {
		return (this.round == Round.FIRST) ? "send-mails" : "send-mails-again";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT notice_id AS item_key
				  FROM notice
				 WHERE waits_for = 'NIGHT' AND (:scope = '' OR subscription_id = :scope)
				""").with("scope", run.scope());
	}

	@Override
	public Pace pace() {
		return this.pace;
	}

	/**
	 * Asked before the first mail of the night goes out (rules 11.5): what is tried again
	 * was counted then, and must not stand as all mails of the night.
	 */
	@Override
	public @Nullable Question question() {
		return (this.round == Round.FIRST) ? Question.MAILS : null;
	}

	@Override
	public void ahead(Run run, List<Item> items) {
		this.claims.ahead(run, items);
	}

	@Override
	public Claims<Mail> claim(Run run, Chunk chunk) {
		try {
			return this.claims.claim(run, chunk);
		}
		catch (MailJournalUnwritable ex) {
			throw new PartyUnavailable(ex);
		}
	}

	/**
	 * Tries each address in turn until one is not refused for good; a mail that may have
	 * been accepted is sent once more with the same Message-ID where its code says so.
	 */
	@Override
	public List<Dialogue> call(Run run, Mail mail) {
		List<Dialogue> dialogues = new ArrayList<>();
		boolean again = mail.againInDoubt();
		for (Outgoing outgoing : mail.mails()) {
			Delivery delivery = send(outgoing, dialogues);
			if (delivery instanceof Doubtful && again) {
				again = false;
				delivery = send(outgoing, dialogues);
			}
			if (!(delivery instanceof RefusedPermanently)) {
				return dialogues;
			}
		}
		return dialogues;
	}

	@Override
	public List<Dialogue> unknown(Run run, Mail mail, RuntimeException failure) {
		return List.of(new Dialogue(mail.mails().get(0).recipient(), new Doubtful(failure.getClass().getSimpleName())));
	}

	@Override
	public Outcomes settle(Run run, List<Answer<Mail, List<Dialogue>>> answers) {
		return this.results.store(run, answers);
	}

	private Delivery send(Outgoing outgoing, List<Dialogue> dialogues) {
		try {
			Delivery delivery = this.connections.send(outgoing);
			dialogues.add(new Dialogue(outgoing.recipient(), delivery));
			return delivery;
		}
		catch (MailServerSilent | MailJournalUnwritable ex) {
			// The journal knows what the dialogues before this one came to.
			throw new PartyUnavailable(ex);
		}
	}

	/** Which mails of a night it sends: all, or what was refused for now (rules 8.3). */
	enum Round {

		FIRST, AGAIN

	}

}
