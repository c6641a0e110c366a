package dev.perennial.preview.fold;

import java.util.List;
import java.util.Set;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;

/**
 * What waits to be done about a subscription, besides what follows from its days.
 *
 * @param retries orders, by number, and notices, by id, that a person wants tried again
 * @param endings support requests that a person wants ended, in their order
 * @param notices notices that are to be sent, or tried again
 * @param refunds refunds that earlier nights planned
 */
public record Errands(Set<String> retries, List<String> endings, List<Notice> notices, List<Refund> refunds) {

	/** Nothing waits. */
	public static final Errands NONE = new Errands(Set.of(), List.of(), List.of(), List.of());

	/**
	 * Money that is to go back to a card.
	 *
	 * @param paymentId the payment
	 * @param amount all of it
	 */
	public record Refund(String paymentId, Money amount) {

	}

}
