package dev.perennial.importing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;

import dev.perennial.csv.Masked;
import dev.perennial.importing.row.Fields;
import dev.perennial.importing.row.Token;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.subscription.TermState;
import org.jspecify.annotations.Nullable;

/** The rows of {@code subscriptions.csv}. */
final class SubscriptionFile {

	static final String NAME = "subscriptions.csv";

	static final List<String> COLUMNS = List.of("subscription_id", "partner_id", "offer", "currency", "anchor",
			"starts_on", "ends_on", "auto_renew", "payment_method", "card_token", "card_expires",
			"renewal_notice_sent_on");

	private final Known known;

	private final HashSet<String> seen = new HashSet<>();

	SubscriptionFile(Known known) {
		this.known = known;
	}

	/**
	 * Reads a row; {@code null} if its values are refused.
	 */
	@Nullable ImportedSubscription read(Fields fields) {
		String id = newId(fields);
		String partnerId = fields.id("partner_id");
		this.known.refuseUnknownPartner(fields, partnerId);
		String offer = fields.id("offer");
		this.known.refuseUnknownOffer(fields, offer);
		@Nullable Currency currency = fields.currency("currency");
		Term term = term(fields);
		boolean autoRenew = fields.either("auto_renew", "on", "off");
		PaymentMethod method = fields.word("payment_method", PaymentMethod.class, true);
		@Nullable Token token = token(fields, method);
		@Nullable LocalDate expiresOn = fields.optionalMonthEnd("card_expires");
		@Nullable LocalDate noticeSentOn = noticeSentOn(fields, term);
		if (currency == null || !fields.areGood()) {
			return null;
		}
		@Nullable Card card = (token != null) ? new Card("IMPORT/" + id, expiresOn) : null;
		Subscription subscription = new Subscription(id, partnerId, new Subscription.Product(offer, currency),
				this.known.day(), Subscription.Standing.of(SubscriptionState.ACTIVE),
				new Subscription.Paying(method, card, this.known.day()), term);
		return new ImportedSubscription(subscription, token, autoRenew, noticeSentOn);
	}

	private String newId(Fields fields) {
		String id = fields.id("subscription_id");
		fields.refuseIf(this.known.subscriptions().contains(id), "subscription_id",
				"subscription %s is there already: an import never changes one".formatted(Masked.quoted(id)));
		Known.refuseDoubled(fields, "subscription_id", id, this.seen);
		return id;
	}

	/** The term must be one of the anchor's (rules 1.3), and have begun. */
	private Term term(Fields fields) {
		LocalDate anchor = fields.date("anchor");
		TermDates given = new TermDates(fields.date("starts_on"), fields.date("ends_on"));
		if (fields.areGood("anchor", "starts_on", "ends_on")) {
			TermDates nearest = TermDates.nth(anchor, Math.max(0, given.startsOn().getYear() - anchor.getYear()));
			fields.refuseIf(!given.startsOn().equals(nearest.startsOn()), "starts_on",
					"no term of anchor %s starts on %s: expected for example %s".formatted(anchor, given.startsOn(),
							nearest.startsOn()));
			fields.refuseIf(fields.areGood("starts_on") && !given.endsOn().equals(nearest.endsOn()), "ends_on",
					"the term of anchor %s that starts on %s does not end on %s: expected %s".formatted(anchor,
							given.startsOn(), given.endsOn(), nearest.endsOn()));
			fields.refuseIf(given.startsOn().isAfter(this.known.day()), "starts_on",
					"%s lies in the future: expected a term that has begun on %s".formatted(given.startsOn(),
							this.known.day()));
		}
		return new Term(0, anchor, given, TermOrigin.IMPORT, TermState.ACTIVE, null);
	}

	/**
	 * A card needs its token; where it is paid by transfer a token is not needed, and not
	 * kept.
	 */
	private static @Nullable Token token(Fields fields, PaymentMethod method) {
		@Nullable Token token = fields.optionalToken("card_token");
		fields.refuseIf(
				method == PaymentMethod.CARD && !fields.isEmpty("payment_method") && fields.isEmpty("card_token"),
				"card_token", "payment_method is card: expected the gateway's token");
		return (method == PaymentMethod.CARD) ? token : null;
	}

	/** It was sent inside the term, and not after the import (rules 2.5). */
	private @Nullable LocalDate noticeSentOn(Fields fields, Term term) {
		@Nullable LocalDate day = fields.optionalDate("renewal_notice_sent_on");
		fields.refuseIf(
				day != null && fields.areGood("starts_on", "renewal_notice_sent_on")
						&& (day.isBefore(term.startsOn()) || day.isAfter(this.known.day())),
				"renewal_notice_sent_on", "%s is not between the first day of the term, %s, and the import, %s"
					.formatted(day, term.startsOn(), this.known.day()));
		return day;
	}

}
