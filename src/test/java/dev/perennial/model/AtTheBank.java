package dev.perennial.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** How partners pay an invoice by transfer (rules 7.2, 7.3, 7.4). */
final class AtTheBank {

	private final Schedule schedule;

	AtTheBank(Schedule schedule) {
		this.schedule = schedule;
	}

	/** Pays as a row of payers.csv says. */
	void pay(LocalDate date, Order order, Map<String, String> payer) {
		String number = order.invoice.orElseThrow().number();
		int days = Integer.parseInt(payer.getOrDefault("after_days", ""));
		String currency = order.cost.currency();
		long units = Amounts.percentOf(order.cost.gross(), new BigDecimal(payer.getOrDefault("percent", "")), currency);
		String writes = payer.getOrDefault("writes", "");
		String reference = switch (writes) {
			case "lower" -> number.toLowerCase(Locale.ROOT);
			case "spaced" -> number.replace("-", "- ");
			default -> number;
		};
		String entry = "PAY-" + number + "-" + days;
		if (writes.equals("dollars")) {
			// the same digits, in another currency
			units = Amounts.units(Amounts.digits(units, currency), "USD");
		}
		this.schedule.bankEntry(entry, date.plusDays(days), units, writes.equals("dollars") ? "USD" : currency,
				reference);
	}

	/** Pays, or does not, as chance decides. */
	void payByChance(LocalDate date, Order order) {
		String number = order.invoice.orElseThrow().number();
		LocalDate due = order.lastDay;
		long gross = order.cost.gross();
		switch (Habits.pick("bank", order.number, 22)) {
			case 0, 1, 2 -> pay(order, date.plusDays(5), gross, number);
			case 3 -> payInParts(order, date, number);
			case 4 -> pay(order, date.plusDays(3), gross / 2, number);
			case 5 -> pay(order, date.plusDays(6), gross + 1000, number);
			case 6 -> payWrongly(order, date, number);
			case 7 -> pay(order, date.plusDays(3), gross, "PRO FORMA 17");
			case 8 -> pay(order, date.plusDays(2), gross, " " + number.toLowerCase(Locale.ROOT).replace("-", "- "));
			case 9 -> pay(order, due.plusDays(1), gross, number);
			case 10 -> pay(order, due.plusDays(2), gross, number);
			case 11 -> payWithOneEntryTwice(order, date, number);
			case 12 -> payTwice(order, date, number);
			case 13 -> proveAndPay(order, due, number);
			case 14 -> this.schedule.request(due.plusDays(1), "PROOF_OF_PAYMENT", order.subscription);
			case 15 -> payByCardInstead(order, date.plusDays(6));
			case 16 -> switchOffAndPay(order, date, number);
			case 17 -> payByCardInstead(order, due);
			case 18 -> payPartAndReplace(order, date, number);
			default -> {
				// does not pay
			}
		}
	}

	private void pay(Order order, LocalDate day, long units, String reference) {
		this.schedule.bank(day, units, order.cost.currency(), reference);
	}

	private void payInParts(Order order, LocalDate date, String number) {
		long half = order.cost.gross() / 2;
		pay(order, date.plusDays(3), half, number);
		pay(order, date.plusDays(10), order.cost.gross() - half, number);
	}

	private void payWrongly(Order order, LocalDate date, String number) {
		String other = order.cost.currency().equals("EUR") ? "USD" : "EUR";
		this.schedule.bank(date.plusDays(3), order.cost.gross(), other, number);
		pay(order, date.plusDays(4), -order.cost.gross(), number);
		pay(order, date.plusDays(8), order.cost.gross(), number);
	}

	private void payWithOneEntryTwice(Order order, LocalDate date, String number) {
		String entry = this.schedule.bank(date.plusDays(5), order.cost.gross(), order.cost.currency(), number);
		this.schedule.bankEntry(entry, date.plusDays(6), order.cost.gross(), order.cost.currency(), number);
	}

	private void payTwice(Order order, LocalDate date, String number) {
		pay(order, date.plusDays(4), order.cost.gross(), number);
		pay(order, date.plusDays(9), order.cost.gross(), number);
	}

	private void proveAndPay(Order order, LocalDate due, String number) {
		this.schedule.request(due, "PROOF_OF_PAYMENT", order.subscription);
		pay(order, due.plusDays(6), order.cost.gross(), number);
	}

	private void payByCardInstead(Order order, LocalDate day) {
		this.schedule.request(day, "PAYMENT_METHOD", order.subscription, "payment_method", "card", "card_token",
				"pm_card_visa", "card_expires", "2031-11");
	}

	/** 3.4: it stays payable, its term is born OFF; 7.4: no other payment method. */
	private void switchOffAndPay(Order order, LocalDate date, String number) {
		this.schedule.request(date.plusDays(4), "AUTO_RENEW_OFF", order.subscription);
		payByCardInstead(order, date.plusDays(6));
		pay(order, date.plusDays(9), order.cost.gross(), number);
	}

	/** 4.4, 7.4: what was partly paid becomes credit. */
	private void payPartAndReplace(Order order, LocalDate date, String number) {
		pay(order, date.plusDays(2), order.cost.gross() / 4, number);
		payByCardInstead(order, date.plusDays(5));
	}

}
