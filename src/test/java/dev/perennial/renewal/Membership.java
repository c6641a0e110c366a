package dev.perennial.renewal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.order.Amounts;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.subscription.TermState;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.tax.VatAnswers;
import org.jspecify.annotations.Nullable;

/**
 * The facts of memberships in the seller's country: S-1 of PA-1, an ACTION_PACK in EUR
 * whose term runs from 2025-06-23 to 2026-06-22 unless something else is said.
 */
final class Membership {

	private static final Catalogue CATALOGUE = Catalogue.read(CatalogueTexts.in(Path.of("config")));

	private static final Partner PARTNER = new Partner("PA-1", "Partner GmbH",
			new Partner.Contact("a@example.com", "", "Anna", "+49 30 1"), "de", "",
			new Partner.Address("Street 1", "10115", "Berlin", "DE"));

	private Membership() {
	}

	static Dossier byCard() {
		return of(PaymentMethod.CARD, "ACTION_PACK", "EUR", "2025-06-23");
	}

	static Dossier byTransfer() {
		return of(PaymentMethod.TRANSFER, "ACTION_PACK", "EUR", "2025-06-23");
	}

	/** A membership whose only term starts on a day, which is its anchor. */
	static Dossier of(PaymentMethod method, String offer, String currency, String startsOn) {
		LocalDate anchor = LocalDate.parse(startsOn);
		Term term = new Term(0, anchor, TermDates.nth(anchor, 0), TermOrigin.IMPORT, TermState.ACTIVE, null);
		Subscription subscription = new Subscription("S-1", "PA-1", new Product(offer, Currency.getInstance(currency)),
				anchor, Standing.of(SubscriptionState.ACTIVE), new Paying(method, card("first"), anchor), term);
		return new Dossier(PARTNER, new Dossier.Contract(subscription, null, null), Instructions.NONE, Dealings.NONE,
				new Evidence(null, VatAnswers.NONE), List.of());
	}

	static Card card(String id) {
		return new Card(id, LocalDate.of(2030, 1, 31));
	}

	static Tonight night(String date) {
		return night(date, date);
	}

	/** A night that is made up on a later day. */
	static Tonight night(String date, String today) {
		return new Tonight(LocalDate.parse(date), LocalDate.parse(today), Policy.DEFAULTS, CATALOGUE);
	}

	/** The renewal notice of the term was sent on a day. */
	static Dossier noticed(Dossier dossier, String sentOn) {
		return noticed(dossier, NoticeCode.RENEWAL_NOTICE, sentOn, null);
	}

	/**
	 * A notice of the term was sent on a day, and named an amount if it is one that does.
	 */
	static Dossier noticed(Dossier dossier, NoticeCode code, String sentOn, @Nullable Money named) {
		LocalDate day = LocalDate.parse(sentOn);
		return dossier.with(new Notice(dossier.termSubject(), code, new Notice.About("PA-1", "S-1", 0, null),
				code.daysAround(dossier.endsOn()), NoticeProgress.planned(day).sent(day, day), named));
	}

	/** The renewal was announced at a net price in EUR, at the domestic rate. */
	static Dossier quoted(Dossier dossier, String net) {
		return dossier.with(dossier.dealings()
			.with(new Quote(1, dossier.endsOn().plusDays(1), dossier.endsOn().minusDays(42), amounts(net))));
	}

	static Amounts amounts(String net) {
		return new Amounts(euros(net), TaxTreatment.DOMESTIC, new TaxRate(1900));
	}

	static Money euros(String digits) {
		return Money.parse(digits, Currency.getInstance("EUR"));
	}

	static Dossier off(Dossier dossier) {
		LocalDate day = dossier.endsOn().minusDays(60);
		return dossier.with(dossier.instructions()
			.with(new AutoRenewOff(dossier.subscription().currentTerm().seq(), day, day, Cause.REQUEST)));
	}

	static Dossier held(Dossier dossier, HoldReason reason) {
		return dossier.with(dossier.instructions().with(new Hold(reason, "H-1", dossier.endsOn().minusDays(60), null)));
	}

	static Dossier with(Dossier dossier, SupportRequest request) {
		return dossier.with(dossier.instructions().with(request));
	}

	/** Its renewal was claimed automatically in a night, for 425.00 net. */
	static Dossier claimed(Dossier dossier, String date) {
		return Ordering.automatic(dossier, amounts("425.00"), night(date));
	}

	/** The newest order was charged in a night, with this answer. */
	static Dossier charged(Dossier dossier, AttemptState answer, String date) {
		Order order = newest(dossier);
		Dossier called = CardDunning.decide(dossier, order, night(date)).after();
		Order inFlight = called.newestOrder().orElseThrow();
		return CardDunning.settled(called, inFlight, inFlight.attempts().get(inFlight.attempts().size() - 1), answer,
				night(date));
	}

	static Order newest(Dossier dossier) {
		return dossier.newestOrder().orElseThrow();
	}

	static PartnerRequest request(PartnerRequest.Type type, String submittedOn) {
		return request(type, submittedOn, null, null);
	}

	static PartnerRequest request(PartnerRequest.Type type, String submittedOn, @Nullable PaymentMethod method,
			@Nullable Card card) {
		return new PartnerRequest("R-1", LocalDate.parse(submittedOn), type,
				new PartnerRequest.About("S-1", "PA-1", "", ""), method, card);
	}

	/** Lets the partner ask in a night. */
	static Answer ask(Dossier dossier, PartnerRequest request, String night) {
		return Requests.decide(request, dossier, dossier.partner(), night(night));
	}

}
