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
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Issues the credit notes of a night, each of a whole invoice whose order ended (rules
 * 9.3).
 */
class IssueCreditNotes implements RowWork {

	private final DueDocuments due;

	private final Documents documents;

	IssueCreditNotes(DueDocuments due, Documents documents) {
		this.due = due;
		this.documents = documents;
	}

	@Override
	public String name() {
		return "issue-credit-notes";
	}

	@Override
	public Plan plan(Run run) {
		return this.due.valid(run, DocumentDue.CREDIT_NOTE);
	}

	@Override
	public void planned(Run run, long count) {
		this.documents.reserve(DocumentType.CREDIT_NOTE, run.businessDate(), count);
	}

	/** A document that has a number can be late but not dropped. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Due due = this.due.lock(run, chunk);
		long first = this.documents.firstNumber(DocumentType.CREDIT_NOTE, run.businessDate());
		Map<String, Invoiced> invoices = this.documents
			.invoiced(due.sales().values().stream().map((sale) -> invoiceNumber(sale.order())).toList());
		List<Document> notes = new ArrayList<>();
		due.sales().forEach((item, sale) -> {
			Invoiced invoiced = Objects.requireNonNull(invoices.get(invoiceNumber(sale.order())));
			notes.add(Drafting.creditNote(sale.order(), invoiced, first + item.ordinal() - 1, run.businessDate()));
		});
		this.documents.issue(notes);
		this.documents.credit(notes);
		return Outcomes.done();
	}

	private static String invoiceNumber(Order order) {
		return Objects.requireNonNull(order.progress().billing().invoiceNumber());
	}

}
