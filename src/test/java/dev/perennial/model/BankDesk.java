package dev.perennial.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Intake, second part: bank lines are matched (rules 7.2). */
final class BankDesk {

	private final Tonight night;

	private final Orders orders;

	BankDesk(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	void match() {
		List<BankLine> due = this.night.books.bankLines.stream()
			.filter((line) -> !line.bookedOn().isAfter(this.night.date)) // 1.6
			.sorted(BankLine.ORDER) // 7.2
			.toList();
		this.night.books.bankLines.removeAll(due);
		due.forEach(this::match);
	}

	private void match(BankLine line) {
		if (!this.night.books.bankEntriesRead.add(line.text("entry_id"))) {
			row(line, "DUPLICATE", "", "");
			return;
		}
		Optional<Order> payable = payable(line);
		if (payable.isEmpty()) {
			row(line, "UNMATCHED", "", ""); // 7.2: the finance list
			return;
		}
		book(line, payable.get());
	}

	/** The living, unpaid order that the line names; an amount alone never matches. */
	private Optional<Order> payable(BankLine line) {
		String reference = normal(line.text("reference"));
		// 7.2: other currency, dead or paid order, negative amount
		return this.night.books.subscriptions.values()
			.stream()
			.flatMap((subscription) -> subscription.orders.stream())
			.filter((order) -> order.invoice.isPresent() && order.invoice.get().number().equals(reference))
			.filter((order) -> order.state == Order.State.OPEN && line.text("currency").equals(order.cost.currency())
					&& line.units() > 0)
			.findFirst();
	}

	private void book(BankLine line, Order order) {
		String number = order.invoice.orElseThrow().number();
		long surplus = line.units() - order.open();
		if (surplus < 0) {
			order.receive(line.units(), this.night.date);
			row(line, "PARTLY_PAID", number, ""); // 7.2
			// 7.2, 8.1
			this.night.event("BANK:" + line.text("entry_id"), "PAYMENT_DUE", order.subscription);
			return;
		}
		this.orders.paid(order); // 3.5, 3.7: a hold does not stop the booking
		if (surplus == 0) {
			row(line, "PAID", number, "");
		}
		else {
			this.night.books.credit(order.subscription, surplus); // 7.2
			row(line, "OVERPAID", number, Amounts.digits(surplus, line.text("currency")));
		}
	}

	private static String normal(String reference) {
		return reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT); // 7.2
	}

	private void row(BankLine line, String result, String invoice, String credited) {
		this.night.bankRows.add(List.of(line.text("entry_id"), line.text("booked_on"),
				Amounts.digits(line.units(), line.text("currency")), line.text("currency"), line.text("reference"),
				result, invoice, credited));
	}

}
