package dev.perennial.job.invoices;

import dev.perennial.invoice.DocumentType;
import dev.perennial.invoice.Documents;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Issues the documents of one type: number = block start + place in the plan (rules 9.2).
 */
abstract class IssueDocuments implements RowWork {

	private final DueDocuments due;

	private final Documents documents;

	private final DocumentType type;

	IssueDocuments(DueDocuments due, Documents documents, DocumentType type) {
		this.due = due;
		this.documents = documents;
		this.type = type;
	}

	@Override
	public Plan plan(Run run) {
		return this.due.valid(run, switch (this.type) {
			case INVOICE -> DocumentDue.INVOICE;
			case CREDIT_NOTE -> DocumentDue.CREDIT_NOTE;
		});
	}

	@Override
	public void planned(Run run, long count) {
		this.documents.reserve(this.type, run.businessDate(), count);
	}

	/** A document that has a number can be late but not dropped. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		issue(run, this.due.lock(run, chunk), this.documents.firstNumber(this.type, run.businessDate()));
		return Outcomes.done();
	}

	Documents documents() {
		return this.documents;
	}

	/**
	 * Issues those of a chunk.
	 * @param first the number of the plan's first item, whose ordinal is 1
	 */
	abstract void issue(Run run, Due due, long first);

}
