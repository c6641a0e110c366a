package dev.perennial.job.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

	private final LetterRows rows;

	Letters(MailText text, LetterRows rows) {
		this.text = text;
		this.rows = rows;
	}

	Letter write(Notice notice, Partner partner, @Nullable Dossier dossier, Tonight tonight) {
		Seller seller = tonight.catalogue().seller();
		Optional<Order> order = (dossier != null) ? order(notice, dossier) : Optional.empty();
		String language = this.text.language(partner.locale());
		Membership membership = (dossier != null) ? membership(dossier, order, language, tonight) : null;
		List<Matter> matters = new ArrayList<>();
		if (dossier != null) {
			LetterMatters.of(notice, dossier, order, tonight).forEach(matters::add);
			order.ifPresent((one) -> this.rows.ofOrder(notice, one).forEach(matters::add));
		}
		this.rows.ofRequest(notice).ifPresent(matters::add);
		return this.text.render(notice.code().name(), partner.locale(), new MailFacts(partner.legalName(),
				new MailFacts.Seller(seller.name(), seller.reached().email()), membership, matters));
	}

	private static Optional<Order> order(Notice notice, Dossier dossier) {
		String number = notice.about().orderNumber();
		return dossier.dealings().orders().stream().filter((order) -> order.number().equals(number)).findFirst();
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
