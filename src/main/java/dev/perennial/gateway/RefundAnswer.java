package dev.perennial.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How one call to give money back ended.
 *
 * @param outcome what is known
 * @param refundReference the gateway's own id of the refund, there when it was REFUNDED
 * by us
 * @param code why it was refused or nothing is known, null when it was REFUNDED
 */
public record RefundAnswer(Outcome outcome, @Nullable String refundReference, @Nullable String code) {

	/** What is known of a refund after the call. */
	public enum Outcome {

		/** The gateway gives, or gave, the money back. */
		REFUNDED,

		/** It will not: for a person. */
		REFUSED,

		/**
		 * Call again with the same key: the gateway is asked first and never refunds
		 * twice.
		 */
		UNKNOWN

	}

}
