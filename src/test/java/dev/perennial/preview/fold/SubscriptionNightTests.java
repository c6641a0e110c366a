package dev.perennial.preview.fold;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.Subject;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.AutomaticRenewal;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dealings;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.renewal.Ground;
import dev.perennial.renewal.Instructions;
import dev.perennial.renewal.Policy;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.subscription.TermState;
import dev.perennial.tax.VatAnswers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The night of one subscription in memory: a term that ended on 2026-06-22, paid by card
 * from outside the EU, 425.00 EUR without tax.
 */
class SubscriptionNightTests {

	private static final LocalDate CLAIM = LocalDate.of(2026, 6, 23);

	private static final Set<String> ALL = Set.copyOf(Jobs.ALL);

	@Test
	void whatFollowsFromAChargeRestsOnIt() {
		SubscriptionNight night = new SubscriptionNight(noticedOn(LocalDate.of(2026, 6, 8)), Errands.NONE, night(CLAIM))
			.through(ALL, false);
		assertThat(night.items()).extracting(SubscriptionNightTests::text)
			.containsExactlyInAnyOrder("renewals CHARGE CARD SUCCEEDED [IF_PAID]",
					"renewals ORDER AUTO RENEWED [IF_PAID]", "invoices DOCUMENT INVOICE ISSUED [IF_PAID]",
					"notices NOTICE RENEWED SENT [IF_PAID]");
		assertThat(night.facts().subscription().state()).isEqualTo(SubscriptionState.ACTIVE);
		assertThat(night.facts().endsOn()).isEqualTo(LocalDate.of(2027, 6, 22));
	}

	/** Rules 6.2: the next intake settles it. */
	@Test
	void aChargeThatNobodyKnowsOfIsSupposedToBeFoundByTheNextIntake() {
		Dossier claimed = AutomaticRenewal.decide(noticedOn(LocalDate.of(2026, 6, 8)), night(CLAIM)).after();
		Dossier intended = CardDunning.decide(claimed, claimed.newestOrder().orElseThrow(), night(CLAIM)).after();
		Order order = intended.newestOrder().orElseThrow();
		Dossier unknown = CardDunning.settled(intended, order, order.attempts().get(0), AttemptState.UNKNOWN,
				night(CLAIM));
		SubscriptionNight night = new SubscriptionNight(Reread.inALaterNight(unknown), Errands.NONE,
				night(CLAIM.plusDays(1)))
			.through(ALL, false);
		assertThat(night.items()).extracting(SubscriptionNightTests::text)
			.containsExactlyInAnyOrder("intake CHARGE CARD SUCCEEDED [IF_PAID]", "intake ORDER AUTO RENEWED [IF_PAID]",
					"invoices DOCUMENT INVOICE ISSUED [IF_PAID]", "notices NOTICE RENEWED SENT [IF_PAID]");
	}

	/** Rules 6.2: what the gateway has is not it, and nobody looked yet. */
	@Test
	void nothingIsSupposedOfAChargeThatDisagrees() {
		Dossier claimed = AutomaticRenewal.decide(noticedOn(LocalDate.of(2026, 6, 8)), night(CLAIM)).after();
		Dossier intended = CardDunning.decide(claimed, claimed.newestOrder().orElseThrow(), night(CLAIM)).after();
		Order order = intended.newestOrder().orElseThrow();
		Dossier parked = CardDunning.disagrees(intended, order, order.attempts().get(0), "see the gateway", false,
				night(CLAIM));
		SubscriptionNight night = new SubscriptionNight(Reread.inALaterNight(parked), Errands.NONE,
				night(CLAIM.plusDays(1)))
			.through(ALL, false);
		assertThat(night.items()).extracting((item) -> item.thing().kind()).containsExactly(Foreseen.Kind.WINDOW);
	}

	/** Rules 3.6: 15 days after 2026-06-15. */
	@Test
	void aNoticeThatIsTooRecentIsAGroundAndTheNightThatChargesIsLookedFor() {
		SubscriptionNight night = new SubscriptionNight(noticedOn(LocalDate.of(2026, 6, 15)), Errands.NONE,
				night(CLAIM))
			.through(ALL, false);
		assertThat(night.steps()).flatExtracting(Step::grounds)
			.contains(
					new Ground("3.6", "no notice, no charge: notice sent 2026-06-15, charge possible from 2026-06-30"));
		LocalDate date = CLAIM;
		while (night.items().stream().noneMatch((item) -> item.thing().kind() == Foreseen.Kind.CHARGE)) {
			date = night.nextLook().orElseThrow();
			night = night.later(night(date)).through(ALL, false);
		}
		assertThat(date).isEqualTo(LocalDate.of(2026, 6, 30));
	}

	/** Rules 11.2: a run of one subscription takes no number. */
	@Test
	void aScopedNightIssuesNoDocumentAndSoTellsNobodyOfIt() {
		SubscriptionNight night = new SubscriptionNight(noticedOn(LocalDate.of(2026, 6, 8)), Errands.NONE, night(CLAIM))
			.through(ALL, true);
		assertThat(night.items()).extracting((item) -> item.thing().kind())
			.containsExactlyInAnyOrder(Foreseen.Kind.CHARGE, Foreseen.Kind.ORDER);
	}

	private static String text(Foreseen item) {
		return "%s %s %s %s %s".formatted(item.job(), item.thing().kind(), item.thing().name(), item.result().what(),
				item.ifs());
	}

	private static Dossier noticedOn(LocalDate sent) {
		LocalDate anchor = LocalDate.of(2025, 6, 23);
		Term term = new Term(0, anchor, TermDates.nth(anchor, 0), TermOrigin.PURCHASE, TermState.ACTIVE, null);
		Subscription subscription = new Subscription("S-1", "PA-1",
				new Product("ACTION_PACK", Currency.getInstance("EUR")), anchor, Standing.of(SubscriptionState.ACTIVE),
				new Paying(PaymentMethod.CARD, new Card("S-1 card", LocalDate.of(2030, 1, 31)), anchor), term);
		Notice notice = new Notice(Subject.ofTerm("S-1", anchor), NoticeCode.RENEWAL_NOTICE,
				new Notice.About("PA-1", "S-1", 0, null), NoticeCode.RENEWAL_NOTICE.daysAround(term.endsOn()),
				NoticeProgress.planned(sent).sent(sent, sent), null);
		return new Dossier(
				new Partner("PA-1", "Partner", new Partner.Contact("a@example.com", "", "A", "1"), "", "",
						new Partner.Address("Main St 1", "10001", "New York", "US")),
				new Dossier.Contract(subscription, null, null), Instructions.NONE, Dealings.NONE,
				new Evidence(null, VatAnswers.NONE), List.of(notice));
	}

	private static Tonight night(LocalDate date) {
		return new Tonight(date, date, Policy.DEFAULTS, Catalogue.read(CatalogueTexts.in(Path.of("config"))));
	}

}
