package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import dev.perennial.money.Money;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Amounts;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.tax.TaxDecision;
import dev.perennial.tax.TaxDecision.Taxed;
import org.jspecify.annotations.Nullable;

/** Starts a subscription that a registered partner buys (rules 2.3, 4.3). */
public final class Purchase {

	private Purchase() {
	}

	/**
	 * Decides what becomes of a purchase.
	 * @param partner who buys, {@code null} if nobody is registered so
	 * @param evidence what was found out about the partner
	 */
	public static Answer decide(PartnerRequest request, @Nullable Partner partner, Evidence evidence, Tonight tonight) {
		if (partner == null) {
			return Answer.refused(Refusal.UNKNOWN_PARTNER, null);
		}
		if (tonight.catalogue().offer(request.about().offer()).isEmpty()) {
			return Answer.refused(Refusal.UNKNOWN_OFFER, null);
		}
		PaymentMethod method = request.payBy();
		if (method == null || (method == PaymentMethod.CARD && request.card() == null)) {
			return Answer.refused(Refusal.METHOD_MISSING, null);
		}
		LocalDate last = request.submittedOn().plusDays(tonight.policy().payment().orderDueDays());
		if (tonight.date().isAfter(last)) {
			return Answer.refused(Refusal.WINDOW_CLOSED, null);
		}
		if (method == PaymentMethod.TRANSFER && !partner.contact().sufficesForTransfer()) {
			return Answer.refused(Refusal.TRANSFER_CONTACT_MISSING, null);
		}
		return order(pending(request, method, partner, evidence, tonight), request, tonight);
	}

	/**
	 * Places the order of a purchase, the first one or one with another payment method.
	 */
	static Answer order(Dossier pending, PartnerRequest request, Tonight tonight) {
		TaxDecision tax = Pricing.tax(pending.partner(), pending.evidence(), request.submittedOn(), tonight);
		if (!(tax instanceof Taxed taxed)) {
			return Answer.waits(Result.HELD, ClaimGates.TAX_UNAVAILABLE, null);
		}
		try {
			Money net = Pricing.listed(pending.subscription().product(), request.submittedOn(), tonight);
			Amounts amounts = new Amounts(net, taxed.treatment(), taxed.rate());
			return Answer.accepted(Ordering.purchase(pending, request.submittedOn(), amounts, tonight));
		}
		catch (PriceMissing ex) {
			return Answer.waits(Result.PARKED, String.valueOf(ex.getMessage()), null);
		}
	}

	private static Dossier pending(PartnerRequest request, PaymentMethod method, Partner partner, Evidence evidence,
			Tonight tonight) {
		Product product = new Product(request.about().offer(), Currency.getInstance(request.about().currency()));
		Subscription subscription = new Subscription(request.boughtSubscriptionId(), partner.id(), product,
				tonight.date(), Standing.of(SubscriptionState.PENDING),
				new Paying(method, request.card(), tonight.date()), null);
		return new Dossier(partner, new Dossier.Contract(subscription, null, null), Instructions.NONE, Dealings.NONE,
				evidence, List.of());
	}

}
