package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.offer.Offer;
import dev.perennial.order.Order;
import dev.perennial.order.Progress.Billing;

/** What a document is made of, and what its issue changes (rules 9). */
public final class Invoicing {

	private Invoicing() {
	}

	/**
	 * What the document of an order says.
	 * @throws IllegalStateException if the catalogue does not know its offer
	 */
	public static Sale sale(Dossier dossier, Order order, Tonight tonight) {
		String code = dossier.subscription().product().offer();
		Optional<Offer> offer = tonight.catalogue().offer(code);
		return new Sale(order,
				offer.orElseThrow(() -> new IllegalStateException(
						"offers.yaml has no offer '%s', which order %s is of; add it".formatted(code, order.number()))),
				tonight.catalogue().seller(), dossier.partner(), dossier.dealings().quote());
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
