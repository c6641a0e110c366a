package dev.perennial.preview.fold;

import java.util.List;

import dev.perennial.invoice.Drafting;
import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.order.Order;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Invoicing;
import dev.perennial.renewal.Tonight;

/**
 * The documents of a subscription in a night; their numbers are taken by the night that
 * issues them (rules 9.2).
 */
record DocumentNight(NightLog log, Tonight tonight) {

	/** Stands where the number will be. */
	private static final String NUMBER = "INV";

	Dossier issued(Dossier dossier) {
		Dossier after = dossier;
		for (Order order : dossier.dealings().orders()) {
			DocumentDue due = order.progress().billing().due();
			if (due != null) {
				after = issued(after, order, due);
			}
		}
		return after;
	}

	private Dossier issued(Dossier dossier, Order order, DocumentDue due) {
		Sale sale = Invoicing.sale(order, dossier.subscription().product().offer(), dossier.partner(),
				dossier.dealings().quote(), this.tonight);
		List<String> faults = Drafting.faults(sale);
		boolean right = faults.isEmpty();
		this.log.put(Jobs.INVOICES, new Thing(Kind.DOCUMENT, dossier.id(), due.name(), order.number()),
				new Result(right ? "ISSUED" : "PARKED", right ? null : String.join(", ", faults),
						order.placed().term().dates().startsOn(), order.amounts().gross()));
		this.log.say(Step.of(Jobs.INVOICES, right ? "ACTS" : "PARKED", (due == DocumentDue.INVOICE) ? "9.1" : "9.3",
				"%s of order %s, %s".formatted((due == DocumentDue.INVOICE) ? "invoice" : "credit note", order.number(),
						right ? order.amounts().gross() : String.join(", ", faults))));
		if (!right) {
			return dossier;
		}
		return (due == DocumentDue.INVOICE) ? Invoicing.invoiced(dossier, order, NUMBER)
				: Invoicing.credited(dossier, order);
	}

}
