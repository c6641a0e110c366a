package dev.perennial.job.invoices;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Progress.DocumentDue;
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
		Map<LocalDate, List<Sale>> claims = due.sales()
			.values()
			.stream()
			.filter((sale) -> sale.order().progress().billing().due() == DocumentDue.INVOICE
					&& sale.order().amounts().treatment() == TaxTreatment.REVERSE_CHARGE)
			.collect(Collectors.groupingBy((sale) -> sale.order().placed().createdIn()));
		claims.forEach((date, sales) -> {
			Set<String> vatIds = sales.stream().map((sale) -> sale.partner().vatId()).collect(Collectors.toSet());
			Map<String, VatEvidence> atClaim = this.answers.on(date, vatIds);
			Map<String, VatEvidence> known = this.answers.on(due.date(), vatIds);
			for (Sale sale : sales) {
				String vatId = sale.partner().vatId();
				Invoicing
					.otherTax(sale, known.getOrDefault(vatId, VatAnswers.NONE),
							atClaim.getOrDefault(vatId, VatAnswers.NONE), due.tonight())
					.ifPresent((one) -> faults.put(sale.order().number(), one));
			}
		});
		return faults;
	}

}
