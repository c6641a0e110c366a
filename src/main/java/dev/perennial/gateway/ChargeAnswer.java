package dev.perennial.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How one call to charge a card ended (rules 6.2).
 *
 * @param outcome what is known
 * @param gatewayReference the gateway's own id of the payment: always there when it
 * SUCCEEDED, with a decline when the gateway kept one
 * @param code why it was declined, or why nothing is known; at most 100 characters, null
 * when it SUCCEEDED
 */
public record ChargeAnswer(Outcome outcome, @Nullable String gatewayReference, @Nullable String code) {

	private static final int LONGEST_CODE = 100;

	public ChargeAnswer {
		if (outcome == Outcome.SUCCEEDED && gatewayReference == null) {
			throw new IllegalArgumentException("A successful charge has the gateway's reference");
		}
		if (code != null && code.length() > LONGEST_CODE) {
			code = code.substring(0, LONGEST_CODE);
		}
	}

	static ChargeAnswer succeeded(String gatewayReference) {
		return new ChargeAnswer(Outcome.SUCCEEDED, gatewayReference, null);
	}

	static ChargeAnswer declined(boolean soft, @Nullable String gatewayReference, String code) {
		return new ChargeAnswer(soft ? Outcome.DECLINED_SOFT : Outcome.DECLINED_HARD, gatewayReference, code);
	}

	static ChargeAnswer unknown(String why) {
		return new ChargeAnswer(Outcome.UNKNOWN, null, why);
	}

	/** What is known of a charge after the call. */
	public enum Outcome {

		/** The money was taken. */
		SUCCEEDED,

		/** Not taken, and the same card may work on another day. */
		DECLINED_SOFT,

		/** Not taken, and the same card will not work. */
		DECLINED_HARD,

		/** Taken or not: the call must be looked up before anything else is charged. */
		UNKNOWN

	}

}
