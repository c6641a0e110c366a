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
import dev.perennial.work.Run;

/** Issues the invoices of a night, and allocates what cards paid before. */
class IssueInvoices extends IssueDocuments {

	private final OrderMoney money;

	private final Allocations allocations;

	IssueInvoices(DueDocuments due, Documents documents, OrderMoney money, Allocations allocations) {
		super(due, documents, DocumentType.INVOICE);
		this.money = money;
		this.allocations = allocations;
	}

	@Override
	public String name() {
		return "issue-invoices";
	}

	@Override
	void issue(Run run, Due due, long first) {
		List<Document> invoices = new ArrayList<>();
		due.sales()
			.forEach((item, sale) -> invoices
				.add(Drafting.invoice(sale, first + item.ordinal() - 1, run.businessDate())));
		documents().issue(invoices);
		documents().begin(invoices);
		this.allocations.allocate(payments(invoices));
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
