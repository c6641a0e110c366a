package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.offer.Offer;
import dev.perennial.order.Order;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.tax.TaxDecision;
import dev.perennial.tax.TaxDecision.Taxed;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.tax.VatEvidence;
import dev.perennial.vat.VatAnswer;
import org.jspecify.annotations.Nullable;

/** What a document is made of, and what its issue changes (rules 9). */
public final class Invoicing {

	private Invoicing() {
	}

	/**
	 * What the document of an order says.
	 * @param offer the code of what was bought
	 * @param quote what was announced for the term, if it was
	 * @throws IllegalStateException if the catalogue does not know its offer
	 */
	public static Sale sale(Order order, String offer, Partner partner, @Nullable Quote quote, Tonight tonight) {
		Optional<Offer> sold = tonight.catalogue().offer(offer);
		return new Sale(order, sold.orElseThrow(() -> new IllegalStateException(
				"offers.yaml has no offer '%s', which order %s is of; add it".formatted(offer, order.number()))),
				tonight.catalogue().seller(), partner, quote);
	}

	/**
	 * What keeps an invoice with reverse charge from being issued: the buyer whom it
	 * would name has another VAT id than at the claim, and by that one the sale would be
	 * taxed (rules 5.4, 9.4).
	 * @param known what is known about the VAT id of now
	 * @param atClaim what was known about it in the night of the claim
	 */
	public static Optional<String> otherTax(Sale sale, VatEvidence known, VatEvidence atClaim, Tonight tonight) {
		Order order = sale.order();
		int validDays = tonight.policy().renewal().vatAnswerValidDays();
		if (order.amounts().treatment() != TaxTreatment.REVERSE_CHARGE
				|| atClaim.on(order.placed().createdIn(), validDays) == VatAnswer.VALID) {
			return Optional.empty();
		}
		TaxDecision now = Pricing.tax(sale.partner(), new Evidence(null, known),
				order.placed().term().dates().startsOn(), tonight);
		boolean same = now instanceof Taxed taxed && taxed.treatment() == TaxTreatment.REVERSE_CHARGE;
		return same ? Optional.empty() : Optional
			.of("it was claimed with reverse charge for another VAT id than %s, which the register does not call valid"
				.formatted(sale.partner().vatId()));
	}

	/** The facts after the invoice of an order was issued. */
	public static Dossier invoiced(Dossier dossier, Order order, String number) {
		Billing billing = order.progress().billing();
		return dossier.with(order
			.progressed((progress) -> progress.with(new Billing(billing.paid(), number, null, billing.termOff()))));
	}

	/** The facts after the credit note of an order was issued. */
	public static Dossier credited(Dossier dossier, Order order) {
		return dossier.with(order.progressed((progress) -> progress.with(progress.billing().owing(null))));
	}

}
