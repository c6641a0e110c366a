package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a partner asked for, as it was stored from an inbox file.
 *
 * @param id the request id
 * @param submittedOn the day on which the partner asked: the day that counts (rules 4.2)
 * @param type what is asked
 * @param about of which subscription or product
 * @param payBy the method given, {@code null} for the stored one
 * @param card the card given with it
 */
public record PartnerRequest(String id, LocalDate submittedOn, Type type, About about, @Nullable PaymentMethod payBy,
		@Nullable Card card) {

	/** The id of the subscription that a purchase starts (rules 11.8). */
	public String boughtSubscriptionId() {
		return "P-" + this.id;
	}

	/** What can be asked. */
	public enum Type {

		PURCHASE, RENEW, AUTO_RENEW_OFF, CANCEL, PAYMENT_METHOD, PROOF_OF_PAYMENT

	}

	/**
	 * Of what; each empty where it was not given.
	 *
	 * @param subscriptionId the subscription
	 * @param partnerId who asks
	 * @param offer the offer
	 * @param currency the ISO 4217 code
	 */
	public record About(String subscriptionId, String partnerId, String offer, String currency) {

	}

}
