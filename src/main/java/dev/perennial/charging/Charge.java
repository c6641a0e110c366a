package dev.perennial.charging;

import java.time.Instant;

import dev.perennial.gateway.FrozenRequest;

/**
 * An intent to charge a card, as it was committed.
 *
 * @param orderNumber the order that it pays
 * @param attempt the number of the attempt
 * @param request what is sent, frozen
 * @param token the card's token, in no text
 * @param intendedAt when the intent was committed first
 * @param sentBefore whether a run that died may have sent it
 */
record Charge(String orderNumber, int attempt, FrozenRequest request, String token, Instant intendedAt,
		boolean sentBefore) {

	@Override
	public String toString() {
		return "Charge[%s, %s]".formatted(this.request.merchantReference(), this.request.amount());
	}

}
