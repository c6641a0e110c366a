package dev.perennial.job.invoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.perennial.invoice.Document;
import dev.perennial.invoice.DocumentType;
import dev.perennial.invoice.Documents;
import dev.perennial.invoice.Drafting;
import dev.perennial.invoice.Invoiced;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Order;
import dev.perennial.work.Run;

/**
 * Issues the credit notes of a night, each of a whole invoice whose order ended (rules
 * 9.3).
 */
class IssueCreditNotes extends IssueDocuments {

	IssueCreditNotes(DueDocuments due, Documents documents) {
		super(due, documents, DocumentType.CREDIT_NOTE);
	}

	@Override
	public String name() {
		return "issue-credit-notes";
	}

	@Override
	void issue(Run run, Due due, long first) {
		Map<String, Invoiced> invoices = documents()
			.invoiced(due.sales().values().stream().map((sale) -> invoiceNumber(sale.order())).toList());
		List<Document> notes = new ArrayList<>();
		due.sales().forEach((item, sale) -> {
			Invoiced invoiced = Objects.requireNonNull(invoices.get(invoiceNumber(sale.order())));
			notes.add(Drafting.creditNote(sale.order(), invoiced, first + item.ordinal() - 1, run.businessDate()));
		});
		documents().issue(notes);
		documents().credit(notes);
	}

	private static String invoiceNumber(Order order) {
		return Objects.requireNonNull(order.progress().billing().invoiceNumber());
	}

}
