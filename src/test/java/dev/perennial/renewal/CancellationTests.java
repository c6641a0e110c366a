package dev.perennial.renewal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.money.Money;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.partner.Partner;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.End;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.subscription.TermState;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.tax.VatAnswers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 10.2 and 3.4: what the end of a cancellation does to an order that waits. */
class CancellationTests {

	private static final LocalDate CLAIMED = LocalDate.of(2026, 6, 23);

	private static final SupportRequest REQUEST = new SupportRequest("R-1", Kind.CANCEL, "PA-1", State.OPEN,
			LocalDate.of(2026, 6, 24), End.END_OF_TERM);

	@Test
	void aCardOrderThatWaitsForARetryIsCancelledAndNothingMoreIsCharged() {
		Dossier after = Cancellation.ended(claimed(PaymentMethod.CARD), REQUEST, night(LocalDate.of(2026, 6, 24)));
		Order order = after.newestOrder().orElseThrow();
		assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
		assertThat(order.progress().reason()).isEqualTo("AUTO_RENEW_OFF");
		assertThat(order.progress().dunning().nextOn()).isNull();
		assertThat(after.renewsByItself()).isFalse();
		assertThat(after.instructions().isCancelling()).isFalse();
	}

	@Test
	void aTransferStaysPayableAndItsTermIsBornOff() {
		Dossier after = Cancellation.ended(claimed(PaymentMethod.TRANSFER), REQUEST, night(LocalDate.of(2026, 6, 24)));
		Order order = after.newestOrder().orElseThrow();
		assertThat(order.state()).isEqualTo(OrderState.OPEN);
		assertThat(order.progress().billing().termOff()).isTrue();
	}

	/** A renewal of a term that ended on 2026-06-22, claimed the day after. */
	private static Dossier claimed(PaymentMethod method) {
		Term term = new Term(0, LocalDate.of(2025, 6, 23), TermDates.nth(LocalDate.of(2025, 6, 23), 0),
				TermOrigin.IMPORT, TermState.ACTIVE, null);
		Subscription subscription = new Subscription("S-1", "PA-1",
				new Product("ACTION_PACK", Currency.getInstance("EUR")), LocalDate.of(2026, 1, 1),
				Standing.of(SubscriptionState.ACTIVE),
				new Paying(method, new Card("S-1 card", LocalDate.of(2030, 1, 31)), LocalDate.of(2026, 1, 1)), term);
		Instructions instructions = Instructions.NONE.with(REQUEST)
			.with(new Hold(HoldReason.CANCEL_REQUEST_OPEN, "R-1", LocalDate.of(2026, 6, 24), null));
		Dossier dossier = new Dossier(
				new Partner("PA-1", "Partner", new Partner.Contact("a@example.com", "", "A", "1"), "", "",
						new Partner.Address("Street 1", "10115", "Berlin", "DE")),
				new Dossier.Contract(subscription, null, null), instructions, Dealings.NONE,
				new Evidence(null, VatAnswers.NONE), List.of());
		Amounts amounts = new Amounts(Money.of(42500, "EUR"), TaxTreatment.DOMESTIC, new TaxRate(1900));
		return Ordering.automatic(dossier, amounts, night(CLAIMED));
	}

	private static Tonight night(LocalDate date) {
		return new Tonight(date, date, Policy.DEFAULTS, Catalogue.read(CatalogueTexts.in(Path.of("config"))));
	}

}
