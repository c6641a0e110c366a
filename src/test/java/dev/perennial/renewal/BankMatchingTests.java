package dev.perennial.renewal;

import dev.perennial.money.Money;
import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.Progress.Billing;
import dev.perennial.renewal.BankMatching.BankEntry;
import dev.perennial.renewal.BankMatching.Matched;
import dev.perennial.renewal.BankMatching.Result;
import dev.perennial.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.euros;
import static dev.perennial.renewal.Membership.newest;
import static dev.perennial.renewal.Membership.night;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** How a bank line meets the invoice that it names (rules 7.2); 505.75 is open. */
class BankMatchingTests {

	private static final String INVOICE = "INV-2026-000001";

	private final Dossier invoiced = invoiced(Membership.claimed(Membership.byTransfer(), "2026-06-23"));

	@ParameterizedTest
	@CsvSource({ "INV-2026-000001,INV-2026-000001", "' inv-2026 -000001 ',INV-2026-000001", "ОПЛАТА ЗА ГОД,''",
			"Überweisung,''", "'',''" })
	void ignoresSpacesAndCaseAndWhatIsNoNumber(String reference, String number) {
		assertThat(BankMatching.invoiceNumber(reference)).isEqualTo(number);
	}

	@Test
	void theOpenAmountPays() {
		Matched matched = match(this.invoiced, euros("505.75"), INVOICE);
		assertThat(matched.result()).isEqualTo(Result.PAID);
		assertThat(requireNonNull(matched.after()).subscription().state()).isEqualTo(SubscriptionState.ACTIVE);
		assertThat(matched.after().subscription().currentTerm().seq()).isEqualTo(1);
	}

	@Test
	void lessIsAPartAndTheRestPaysLater() {
		Matched part = match(this.invoiced, euros("505.74"), INVOICE);
		assertThat(part.result()).isEqualTo(Result.PARTLY_PAID);
		assertThat(newest(requireNonNull(part.after())).open()).isEqualTo(euros("0.01"));
		assertThat(match(part.after(), euros("0.01"), INVOICE).result()).isEqualTo(Result.PAID);
	}

	@Test
	void moreIsCreditOfThePartner() {
		Matched matched = match(this.invoiced, euros("600.00"), INVOICE);
		assertThat(matched.result()).isEqualTo(Result.OVERPAID);
		assertThat(matched.credited()).isEqualTo(euros("94.25"));
		assertThat(requireNonNull(matched.after()).dealings().credits()).extracting(PartnerCredit::amount)
			.containsExactly(euros("94.25"));
	}

	@Test
	void whatCannotBeMeantGoesToTheFinanceList() {
		assertThat(match(this.invoiced, euros("505.75"), "INV-2026-000002").result()).isEqualTo(Result.UNMATCHED);
		assertThat(match(this.invoiced, Money.of(50575, "USD"), INVOICE).result()).isEqualTo(Result.UNMATCHED);
		assertThat(match(this.invoiced, euros("0.00"), INVOICE).result()).isEqualTo(Result.UNMATCHED);
		assertThat(match(this.invoiced, euros("505.75").negated(), INVOICE).result()).isEqualTo(Result.UNMATCHED);
	}

	@Test
	void aDeadOrderTakesNoMoney() {
		Dossier expired = OrderEnding.expired(this.invoiced, newest(this.invoiced), night("2026-07-23"));
		assertThat(match(expired, euros("505.75"), INVOICE).result()).isEqualTo(Result.UNMATCHED);
	}

	/** Rules 7.3: what was partly paid becomes credit of the partner. */
	@Test
	void aPartIsCreditOnceTheOrderExpired() {
		Dossier part = requireNonNull(match(this.invoiced, euros("100.00"), INVOICE).after());
		Dossier expired = OrderEnding.expired(part, newest(part), night("2026-07-23"));
		assertThat(newest(expired).state()).isEqualTo(OrderState.EXPIRED);
		assertThat(expired.dealings().credits()).extracting(PartnerCredit::amount).containsExactly(euros("100.00"));
	}

	private static Dossier invoiced(Dossier claimed) {
		Order order = newest(claimed);
		Billing billing = order.progress().billing();
		return claimed.with(order
			.progressed((progress) -> progress.with(new Billing(billing.paid(), INVOICE, null, billing.termOff()))));
	}

	private static Matched match(Dossier dossier, Money amount, String reference) {
		return BankMatching.match(new BankEntry("B-" + amount.units(), amount), dossier, reference,
				night("2026-06-30"));
	}

}
