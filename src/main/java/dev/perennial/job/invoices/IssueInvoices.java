package dev.perennial.job.invoices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.perennial.invoice.Allocations;
import dev.perennial.invoice.Allocations.Allocation;
import dev.perennial.invoice.Document;
import dev.perennial.invoice.DocumentType;
import dev.perennial.invoice.Documents;
import dev.perennial.invoice.Drafting;
import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.job.invoices.DueDocuments.Due;
import dev.perennial.order.Payment;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Invoicing;
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

	private final Allocations allocations;

	IssueInvoices(DueDocuments due, Documents documents, Allocations allocations) {
		this.due = due;
		this.documents = documents;
		this.allocations = allocations;
	}

	@Override
	public String name() {
		return "issue-invoices";
	}

	@Override
	public Plan plan(Run run) {
		return this.due.valid(run, "INVOICE");
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
		Due due = this.due.read(run, chunk);
		long first = this.documents.firstNumber(DocumentType.INVOICE, run.businessDate());
		List<Document> invoices = new ArrayList<>();
		List<Allocation> paid = new ArrayList<>();
		Map<String, Dossier> facts = new LinkedHashMap<>(due.dossiers());
		due.sales().forEach((item, sale) -> {
			Document invoice = Drafting.invoice(sale, first + item.ordinal() - 1, run.businessDate());
			invoices.add(invoice);
			Dossier dossier = Objects.requireNonNull(facts.get(sale.order().placed().subscriptionId()));
			paid.addAll(payments(dossier, sale, invoice));
			facts.put(dossier.id(), Invoicing.invoiced(dossier, sale.order(), invoice.number()));
		});
		this.documents.issue(invoices);
		this.documents.begin(invoices);
		this.allocations.allocate(paid);
		this.due.save(due, facts.values());
		return Outcomes.done();
	}

	/** A card paid before its invoice was issued: all of it. */
	private static List<Allocation> payments(Dossier dossier, Sale sale, Document invoice) {
		return dossier.dealings()
			.payments()
			.stream()
			.filter((payment) -> payment.orderNumber().equals(sale.order().number()))
			.map((Payment payment) -> new Allocation(payment.id(), invoice.number(), payment.amount()))
			.toList();
	}

}
