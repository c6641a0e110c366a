package dev.perennial.job.invoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.perennial.invoice.Allocations;
import dev.perennial.invoice.Allocations.Allocation;
import dev.perennial.invoice.Document;
import dev.perennial.invoice.DocumentType;
import dev.perennial.invoice.Documents;
import dev.perennial.invoice.Drafting;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Order;
import dev.perennial.order.OrderMoney;
import dev.perennial.order.Payment;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Issues the invoices of a night: number = block start + place in the plan (rules 9.2).
 */
class IssueInvoices implements RowWork {

	private final DueDocuments due;

	private final Documents documents;

	private final OrderMoney money;

	private final Allocations allocations;

	IssueInvoices(DueDocuments due, Documents documents, OrderMoney money, Allocations allocations) {
		this.due = due;
		this.documents = documents;
		this.money = money;
		this.allocations = allocations;
	}

	@Override
	public String name() {
		return "issue-invoices";
	}

	@Override
	public Plan plan(Run run) {
		return this.due.valid(run, DocumentDue.INVOICE);
	}

	@Override
	public void planned(Run run, long count) {
		this.documents.reserve(DocumentType.INVOICE, run.businessDate(), count);
	}

	/** A document that has a number can be late but not dropped. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Due due = this.due.lock(run, chunk);
		long first = this.documents.firstNumber(DocumentType.INVOICE, run.businessDate());
		List<Document> invoices = new ArrayList<>();
		due.sales()
			.forEach((item, sale) -> invoices
				.add(Drafting.invoice(sale, first + item.ordinal() - 1, run.businessDate())));
		this.documents.issue(invoices);
		this.documents.begin(invoices);
		this.allocations.allocate(payments(invoices));
		return Outcomes.done();
	}

	/** A card paid before its invoice was issued: all of it. */
	private List<Allocation> payments(List<Document> invoices) {
		Map<String, List<Payment>> payments = this.money.paymentsOf(invoices.stream()
			.map(Document::order)
			.filter((order) -> !order.progress().paid().isZero())
			.map(Order::number)
			.toList());
		return invoices.stream()
			.flatMap((invoice) -> payments.getOrDefault(invoice.order().number(), List.of())
				.stream()
				.map((payment) -> new Allocation(payment.id(), invoice.number(), payment.amount())))
			.toList();
	}

}
