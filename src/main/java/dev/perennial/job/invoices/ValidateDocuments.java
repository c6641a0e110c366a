package dev.perennial.job.invoices;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.perennial.invoice.Drafting;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Finds out which documents can be issued, before one of them takes a number (rules 9.2).
 */
class ValidateDocuments implements RowWork {

	private final DueDocuments documents;

	private final ClaimedTaxes claimedTaxes;

	ValidateDocuments(DueDocuments documents, ClaimedTaxes claimedTaxes) {
		this.documents = documents;
		this.claimedTaxes = claimedTaxes;
	}

	@Override
	public String name() {
		return DueDocuments.VALIDATION;
	}

	@Override
	public Plan plan(Run run) {
		return this.documents.all(run);
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Due due = this.documents.look(run, chunk);
		Outcomes outcomes = Outcomes.done();
		Map<String, String> otherTaxes = this.claimedTaxes.faults(due);
		due.sales().forEach((item, sale) -> {
			List<String> faults = Drafting.faults(sale);
			Stream.ofNullable(otherTaxes.get(sale.order().number())).forEach(faults::add);
			if (!faults.isEmpty()) {
				outcomes.park(item, "the document of order %s cannot be issued: %s; mend it and retry"
					.formatted(sale.order().number(), String.join(", ", faults)));
			}
		});
		return outcomes;
	}

}
