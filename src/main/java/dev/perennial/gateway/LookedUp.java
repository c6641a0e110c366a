package dev.perennial.gateway;

import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.money.Money;

/** What the gateway's list says about a merchant reference (rules 6.2). */
public sealed interface LookedUp {

	/**
	 * The gateway has it. It counts only if subscription, amount and currency agree with
	 * the order, which the caller compares, and nothing was given back.
	 *
	 * @param answer how it ended; UNKNOWN while the gateway still works on it
	 * @param amount amount and currency as the gateway has them
	 * @param givenBack what was refunded of it
	 * @param subscriptionId the subscription named at the charge, empty if none was
	 * @param gatewayReference the gateway's own id of the payment
	 */
	record Found(ChargeAnswer answer, Money amount, Money givenBack, String subscriptionId,
			String gatewayReference) implements LookedUp {

		/** Whether no money is there, and none can come any more. */
		public boolean nothingIsLeft() {
			return (this.answer.outcome() == Outcome.SUCCEEDED) ? this.givenBack.equals(this.amount)
					: Answers.CANCELED.equals(this.answer.code());
		}

	}

	/** The whole list was read and no charge was ever tried under this reference. */
	record NotFound() implements LookedUp {
	}

	/**
	 * The list could not be read to its end: nothing follows from it.
	 *
	 * @param why what happened
	 */
	record Unanswered(String why) implements LookedUp {
	}

}
