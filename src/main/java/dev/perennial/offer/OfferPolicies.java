package dev.perennial.offer;

/**
 * The policies of an offer.
 *
 * @param renewalAnchor what a manual renewal is anchored at (rules 4.3)
 * @param qualification whether a renewal needs a passed check (rules 2.6)
 * @param noticeBeforeCharge whether a card is charged automatically only after a notice
 * (rules 3.6)
 * @param benefitsInWindow whether benefits continue while an expired subscription can be
 * renewed (rules 4.5)
 */
public record OfferPolicies(RenewalAnchor renewalAnchor, boolean qualification, boolean noticeBeforeCharge,
		boolean benefitsInWindow) {

}
