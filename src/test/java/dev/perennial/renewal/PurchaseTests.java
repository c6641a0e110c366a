package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.partner.Partner;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.subscription.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.night;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a purchase (rules 2.3, 6.5). */
class PurchaseTests {

	/**
	 * Rules 6.5: its order lives for 30 days, so what is read later cannot be paid any
	 * more.
	 */
	@ParameterizedTest
	@CsvSource({ "2026-06-23, ACCEPTED,", "2026-07-23, ACCEPTED,", "2026-07-24, REFUSED, WINDOW_CLOSED",
			"2027-07-01, REFUSED, WINDOW_CLOSED" })
	void isRefusedWhenItIsReadAfterItsTime(String night, Result result, String reason) {
		Partner partner = Membership.byCard().partner();
		PartnerRequest request = new PartnerRequest("R-1", LocalDate.of(2026, 6, 23), Type.PURCHASE,
				new PartnerRequest.About("", "PA-1", "ACTION_PACK", "EUR"), PaymentMethod.CARD,
				Membership.card("first"));
		Answer answer = Purchase.decide(request, partner, Membership.byCard().evidence(), night(night));
		assertThat(answer.result()).isEqualTo(result);
		assertThat(answer.reason()).isEqualTo(reason);
	}

	/** The first reason of the contract counts. */
	@Test
	void isTooLateBeforeItsPartnerCannotBeReached() {
		Partner partner = Membership.byCard().partner();
		Partner silent = new Partner(partner.id(), partner.legalName(),
				new Partner.Contact("a@example.com", "", "Anna", ""), partner.locale(), partner.vatId(),
				partner.address());
		PartnerRequest request = new PartnerRequest("R-1", LocalDate.of(2026, 6, 23), Type.PURCHASE,
				new PartnerRequest.About("", "PA-1", "ACTION_PACK", "EUR"), PaymentMethod.TRANSFER, null);
		assertThat(Purchase.decide(request, silent, Membership.byCard().evidence(), night("2026-07-23")).reason())
			.isEqualTo("TRANSFER_CONTACT_MISSING");
		assertThat(Purchase.decide(request, silent, Membership.byCard().evidence(), night("2026-07-24")).reason())
			.isEqualTo("WINDOW_CLOSED");
	}

}
