package dev.perennial.subscription;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

/**
 * A partner's subscription to an offer.
 *
 * @param id the subscription id
 * @param partnerId whose it is
 * @param product what was bought
 * @param createdIn the business date on which it was imported or ordered
 * @param standing its state and what follows from it
 * @param paying how it is paid
 * @param term the newest term, {@code null} while a purchase is not paid
 */
public record Subscription(String id, String partnerId, Product product, LocalDate createdIn, Standing standing,
		Paying paying, @Nullable Term term) {

	public SubscriptionState state() {
		return this.standing.state();
	}

	/** The newest term, where a state says that there is one. */
	public Term currentTerm() {
		if (this.term == null) {
			throw new IllegalStateException("subscription %s has no term yet".formatted(this.id));
		}
		return this.term;
	}

	/** The number of the term that the next paid order starts. */
	public int nextSeq() {
		return (this.term == null) ? 0 : this.term.seq() + 1;
	}

	public boolean isFinal() {
		return state() == SubscriptionState.LAPSED || state() == SubscriptionState.CANCELLED;
	}

	public Subscription with(Standing standing) {
		return new Subscription(this.id, this.partnerId, this.product, this.createdIn, standing, this.paying,
				this.term);
	}

	public Subscription with(Paying paying) {
		return new Subscription(this.id, this.partnerId, this.product, this.createdIn, this.standing, paying,
				this.term);
	}

	public Subscription with(Term term) {
		return new Subscription(this.id, this.partnerId, this.product, this.createdIn, this.standing, this.paying,
				term);
	}

	/**
	 * What was bought.
	 *
	 * @param offer the code of the offer
	 * @param currency the currency of every price of it
	 */
	public record Product(String offer, Currency currency) {

	}

	/**
	 * Where a subscription stands.
	 *
	 * @param state its state (rules 2.2)
	 * @param reason why it was cancelled
	 * @param benefitsUntil the last day of benefits of a term that expired (rules 4.5)
	 */
	public record Standing(SubscriptionState state, @Nullable String reason, @Nullable LocalDate benefitsUntil) {

		public static Standing of(SubscriptionState state) {
			return new Standing(state, null, null);
		}

	}

	/**
	 * How a subscription is paid.
	 *
	 * @param method card or bank transfer
	 * @param card the card last given, whatever the method is now
	 * @param givenIn the business date on which the partner gave this method
	 */
	public record Paying(PaymentMethod method, @Nullable Card card, LocalDate givenIn) {

		/**
		 * Whether this pays just so: by that method, and where it is a card by that one.
		 */
		public boolean isBy(PaymentMethod other, @Nullable Card otherCard) {
			return this.method == other
					&& (this.method == PaymentMethod.TRANSFER || Objects.equals(this.card, otherCard));
		}

	}

}
