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
import dev.perennial.order.Order;
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
		List<Dossier> after = new ArrayList<>();
		due.sales().forEach((item, sale) -> {
			Document invoice = Drafting.invoice(sale, first + item.ordinal() - 1, run.businessDate());
			Dossier dossier = Objects.requireNonNull(due.dossiers().get(sale.order().placed().subscriptionId()));
			invoices.add(invoice);
			paid.addAll(payments(dossier, sale, invoice));
			after.add(Invoicing.invoiced(dossier, sale.order(), invoice.number()));
		});
		this.documents.issue(invoices);
		this.documents.begin(invoices);
		this.allocations.allocate(paid);
		this.due.save(due, merged(due, after));
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

	/** Two orders of one subscription may meet in a chunk. */
	static List<Dossier> merged(Due due, List<Dossier> after) {
		Map<String, Dossier> merged = new LinkedHashMap<>();
		for (Dossier dossier : after) {
			Dossier known = merged.get(dossier.id());
			merged.put(dossier.id(), (known == null) ? dossier : both(due, known, dossier));
		}
		return List.copyOf(merged.values());
	}

	private static Dossier both(Due due, Dossier one, Dossier other) {
		Dossier before = Objects.requireNonNull(due.dossiers().get(one.id()));
		Dossier both = one;
		for (Order order : other.dealings().orders()) {
			if (!before.dealings().orders().contains(order)) {
				both = both.with(order);
			}
		}
		return both;
	}

}
