package dev.perennial.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fourth job: documents are numbered (rules 9). */
final class Invoices {

	private static final Comparator<Order> BLOCK_ORDER = Comparator.comparing((Order order) -> order.subscription.id)
		.thenComparing((order) -> order.span.starts())
		.thenComparing((order) -> order.number); // 9.2

	private final Tonight night;

	Invoices(Tonight night) {
		this.night = night;
	}

	void run() {
		List<Order> orders = new ArrayList<>();
		this.night.books.subscriptions.values().forEach((subscription) -> orders.addAll(subscription.orders));
		orders.sort(BLOCK_ORDER); // 9.2
		for (Order order : orders) {
			if (order.invoice.isEmpty() && invoiceable(order)) {
				invoice(order);
			}
			else if (order.invoice.isPresent() && order.creditNote.isEmpty() && reversed(order)) {
				creditNote(order, order.invoice.get());
			}
		}
	}

	/** 9.1: card when paid, transfer when claimed. */
	private static boolean invoiceable(Order order) {
		return order.state == (order.means.card() ? Order.State.PAID : Order.State.OPEN);
	}

	/** 4.4, 7.3, 7.4, 10.2: what was invoiced and is dead gets a full credit note. */
	private static boolean reversed(Order order) {
		return switch (order.state) {
			case CANCELLED, EXPIRED, REFUNDED -> true;
			default -> false;
		};
	}

	private void invoice(Order order) {
		Partner buyer = this.night.books.partnerOf(order.subscription);
		if (order.means.card()) {
			order.invoice = Optional.of(issue("INVOICE", order, buyer, new Document.Payable(date(), "PAID")));
			return;
		}
		Document.Payable payable = new Document.Payable(order.lastDay.toString(), "OPEN");
		order.invoice = Optional.of(issue("INVOICE", order, buyer, payable));
		this.night.outcome(order, "INVOICED", ""); // 3.5
		this.night.eventOfOrder("PAYMENT_DUE", order); // 8.1
	}

	private void creditNote(Order order, Document invoice) {
		// 9.3: buyer, lines and tax as the invoice has them
		order.creditNote = Optional
			.of(issue("CREDIT_NOTE", order, invoice.buyer(), new Document.Payable(date(), "CREDITED")));
	}

	private Document issue(String type, Order order, Partner buyer, Document.Payable payable) {
		String series = (type.equals("INVOICE") ? "INV-" : "CN-") + this.night.date.getYear(); // 9.2
		// 9.2: no gap
		int number = this.night.books.series.merge(series, 1, Integer::sum);
		String text = String.format(Locale.ROOT, "%s-%06d", series, number);
		Document document = new Document(text, type, order, buyer, payable);
		this.night.documents.add(document);
		return document;
	}

	/** 9.2: issue date = D. */
	private String date() {
		return this.night.date.toString();
	}

}
