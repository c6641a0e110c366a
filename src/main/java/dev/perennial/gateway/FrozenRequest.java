package dev.perennial.gateway;

import java.util.Currency;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.perennial.money.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a charge asks for, fixed before its first call and never changed (rules 6.1): no
 * token and no card number, those are not part of it.
 *
 * @param merchantReference order number, {@code /}, attempt number: the idempotency key
 * @param amount what is charged, more than zero
 * @param subscriptionId the subscription that is renewed or bought
 * @param orderNumber the order that is paid
 * @param description what the partner reads on the receipt
 */
public record FrozenRequest(String merchantReference, Money amount, String subscriptionId, String orderNumber,
		String description) {

	/**
	 * Their minor units at Stripe are not those of ISO 4217: 100 times too much or
	 * little.
	 */
	private static final Set<String> OTHER_MINOR_UNITS = Set.of("ISK", "MGA", "UGX");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.build();

	public FrozenRequest {
		if (merchantReference.isBlank() || subscriptionId.isBlank() || orderNumber.isBlank()) {
			throw new IllegalArgumentException(
					"A charge needs a merchant reference, a subscription and an order: '%s', '%s', '%s'"
						.formatted(merchantReference, subscriptionId, orderNumber));
		}
		if (!amount.isPositive() || !amount.isOnStep()) {
			throw new IllegalArgumentException("%s: %s cannot be charged: expected more than zero, in the steps of %s"
				.formatted(merchantReference, amount, amount.currency()));
		}
		if (OTHER_MINOR_UNITS.contains(amount.currency().getCurrencyCode())) {
			throw new IllegalArgumentException("%s: the gateway counts %s in other units than ISO 4217; not charged"
				.formatted(merchantReference, amount.currency()));
		}
	}

	/**
	 * Freezes a charge.
	 * @param merchantReference order number, {@code /}, attempt number
	 * @param amount what is charged
	 * @param subscriptionId the subscription
	 * @param orderNumber the order
	 * @param description what the partner reads on the receipt
	 * @return the frozen request
	 * @throws IllegalArgumentException if the amount is not positive or not chargeable in
	 * its currency, or a name is blank
	 */
	public static FrozenRequest of(String merchantReference, Money amount, String subscriptionId, String orderNumber,
			String description) {
		return new FrozenRequest(merchantReference, amount, subscriptionId, orderNumber, description);
	}

	/**
	 * Reads back what {@link #text()} wrote.
	 * @param text the stored text
	 * @return the same request
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static FrozenRequest read(String text) {
		try {
			Text read = JSON.readerFor(Text.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(text);
			if (read == null) {
				throw new IllegalArgumentException("Not a frozen request: null");
			}
			return of(read.merchantReference, new Money(read.amount, Currency.getInstance(read.currency)),
					read.subscriptionId, read.orderNumber, read.description);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a frozen request: " + ex.getOriginalMessage(), ex);
		}
	}

	/**
	 * The text that is stored with the intent: JSON on one line, the same keys in the
	 * same order for ever.
	 * @return the text
	 */
	public String text() {
		return JSON.writeValueAsString(new Text(this.merchantReference, this.amount.units(),
				this.amount.currency().getCurrencyCode(), this.subscriptionId, this.orderNumber, this.description));
	}

	@JsonPropertyOrder({ "merchantReference", "amount", "currency", "subscriptionId", "orderNumber", "description" })
	private record Text(String merchantReference, long amount, String currency, String subscriptionId,
			String orderNumber, String description) {
	}

}
