package dev.perennial.job.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.perennial.job.notices.FactsAhead.Facts;
import dev.perennial.mail.text.Letter;
import dev.perennial.mail.text.MailFacts;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Membership;
import dev.perennial.mail.text.MailText;
import dev.perennial.notice.Notice;
import dev.perennial.offer.Offer;
import dev.perennial.offer.Seller;
import dev.perennial.order.Order;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a notice says from the facts as they are now, and writes it (rules 8.1,
 * 8.6).
 */
class Letters {

	private final MailText text;

	Letters(MailText text) {
		this.text = text;
	}

	Letter write(Facts facts, Tonight tonight) {
		Notice notice = facts.notice();
		Partner partner = facts.sendable().partner();
		Dossier dossier = facts.dossier();
		Seller seller = tonight.catalogue().seller();
		List<Matter> matters = new ArrayList<>();
		Membership membership = null;
		if (dossier != null) {
			membership = membership(dossier, facts.order(), this.text.language(partner.locale()), tonight);
			LetterMatters.of(notice, dossier, facts.order(), tonight).forEach(matters::add);
		}
		if (facts.beside() != null) {
			matters.add(facts.beside());
		}
		return this.text.render(notice.code().name(), partner.locale(), new MailFacts(partner.legalName(),
				new MailFacts.Seller(seller.name(), seller.reached().email()), membership, matters));
	}

	private static @Nullable Membership membership(Dossier dossier, Optional<Order> order, String language,
			Tonight tonight) {
		Term term = dossier.subscription().term();
		Optional<TermDates> dates = Optional.ofNullable(term)
			.map(Term::dates)
			.or(() -> order.map((one) -> one.placed().term().dates()));
		String code = dossier.subscription().product().offer();
		String offer = tonight.catalogue().offer(code).map((Offer one) -> one.nameIn(language)).orElse(code);
		return dates.map((days) -> new Membership(dossier.id(), offer, days.startsOn(), days.endsOn())).orElse(null);
	}

}
