package dev.perennial.job.invoices;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Order;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Invoicing;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.tax.VatAnswers;
import dev.perennial.tax.VatEvidence;

/**
 * Whether the taxes that orders were claimed with are still those of the buyers whom
 * their invoices will name (rules 5.4, 9.4).
 */
class ClaimedTaxes {

	/** Whose VAT id may have been changed since the claim. */
	static final String CLAIMED_BEFORE = """
			SELECT s.partner_id
			  FROM renewal_order o
			  JOIN subscription s ON s.subscription_id = o.subscription_id
			 WHERE o.document_due = 'INVOICE' AND o.tax_treatment = 'REVERSE_CHARGE' AND o.created_in < :date
			   AND :scope = ''
			""";

	private final VatAnswers answers;

	ClaimedTaxes(VatAnswers answers) {
		this.answers = answers;
	}

	/** What is wrong with the taxes of the invoices of a chunk, by order number. */
	Map<String, String> faults(Due due) {
		Map<String, String> faults = new HashMap<>();
		Map<LocalDate, List<Order>> claims = due.sales()
			.values()
			.stream()
			.map(Sale::order)
			.filter((order) -> order.progress().billing().due() == DocumentDue.INVOICE
					&& order.amounts().treatment() == TaxTreatment.REVERSE_CHARGE)
			.collect(Collectors.groupingBy((order) -> order.placed().createdIn()));
		claims.forEach((date, orders) -> {
			Set<String> vatIds = orders.stream()
				.map((order) -> dossier(due, order).partner().vatId())
				.collect(Collectors.toSet());
			Map<String, VatEvidence> known = this.answers.on(date, vatIds);
			for (Order order : orders) {
				Dossier dossier = dossier(due, order);
				VatEvidence atClaim = known.getOrDefault(dossier.partner().vatId(), VatAnswers.NONE);
				Optional<String> fault = Invoicing.otherTax(dossier, order, atClaim, due.tonight());
				fault.ifPresent((one) -> faults.put(order.number(), one));
			}
		});
		return faults;
	}

	private static Dossier dossier(Due due, Order order) {
		return Objects.requireNonNull(due.dossiers().get(order.placed().subscriptionId()));
	}

}
