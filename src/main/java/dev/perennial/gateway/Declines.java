package dev.perennial.gateway;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which of Stripe's decline codes are soft. Soft is what may be gone on another day:
 * money, limits, a fault on the way, and the bank's "no" without a reason. Hard is
 * everything else: the card is lost, stolen, expired, closed, wrong or revoked, or the
 * partner must take part (authentication_required). A code that is not known here is
 * hard: a card whose refusal we do not understand is not charged again by itself; the
 * partner gets the mail and has the window to renew by hand or with another card.
 */
final class Declines {

	private static final Set<String> SOFT = Set.of(
			// money and limits
			"insufficient_funds", "card_velocity_exceeded", "withdrawal_count_limit_exceeded",
			// a fault on the way
			"processing_error", "issuer_not_available", "reenter_transaction", "try_again_later", "approve_with_id",
			// no reason given; call_issuer and no_action_taken are how banks say it
			"generic_decline", "card_declined", "do_not_honor", "call_issuer", "no_action_taken");

	private Declines() {
	}

	/**
	 * Whether the same card may work on another day.
	 * @param code the decline code, or the error code when the bank gave none
	 * @param advice the gateway's advice: everything but {@code try_again_later}
	 * overrules the code
	 */
	static boolean isSoft(String code, @Nullable String advice) {
		return SOFT.contains(code) && (advice == null || "try_again_later".equals(advice));
	}

}
