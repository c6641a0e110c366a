package dev.perennial.charging;

import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.gateway.LookedUp.Found;

/**
 * What the gateway has under the reference of an attempt is not what was sent (rules
 * 6.2).
 *
 * @param error what it has, what was expected, and what a person must do
 * @param nothingIsLeft whether no money of it is there, and none can come
 */
record Disagreement(String error, boolean nothingIsLeft) {

	/** A found charge counts only if this is not so. */
	static boolean isBetween(FrozenRequest sent, Found found) {
		return !found.amount().equals(sent.amount()) || !found.subscriptionId().equals(sent.subscriptionId())
				|| !found.givenBack().isZero();
	}

	static Disagreement of(FrozenRequest sent, Found found) {
		String givenBack = found.givenBack().isZero() ? ""
				: ", of which %s were given back".formatted(found.givenBack());
		return new Disagreement(
				"the gateway has %s (%s) of '%s' under %s%s; expected %s of '%s'. %s 'perennial retry ORDER:%s'"
					.formatted(found.amount(), found.gatewayReference(), found.subscriptionId(),
							sent.merchantReference(), givenBack, sent.amount(), sent.subscriptionId(), todo(found),
							sent.orderNumber()),
				found.nothingIsLeft());
	}

	private static String todo(Found found) {
		if (found.nothingIsLeft()) {
			return "No money of it is left: to charge the card for the order,";
		}
		return (found.answer().outcome() == Outcome.SUCCEEDED)
				? "Find out whose it is, refund it at the gateway in full, then"
				: "It took no money, but still could: cancel it at the gateway, then";
	}

}
