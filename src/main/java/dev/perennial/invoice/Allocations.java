package dev.perennial.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.rows.Rows;

import org.springframework.jdbc.core.JdbcTemplate;

/** Which payment paid which invoice. */
public class Allocations {

	private final Rows rows;

	public Allocations(JdbcTemplate jdbc) {
		this.rows = new Rows(jdbc);
	}

	/** Allocates payments to invoices that are open. */
	public void allocate(List<Allocation> allocations) {
		this.rows.insert("INSERT INTO allocation (payment_id, number, amount) VALUES (?, ?, ?)",
				allocations.stream()
					.map((allocation) -> new Object[] { allocation.paymentId(), allocation.invoiceNumber(),
							allocation.amount().units() })
					.toList());
		Map<String, Long> byInvoice = allocations.stream()
			.collect(Collectors.groupingBy(Allocation::invoiceNumber, TreeMap::new,
					Collectors.summingLong((allocation) -> allocation.amount().units())));
		this.rows.update("UPDATE document_status SET paid = paid + ? WHERE number IN (:keys)",
				byInvoice.entrySet().stream().map((paid) -> Rows.row(paid.getValue(), paid.getKey())).toList());
	}

	/**
	 * Takes back what was allocated to the invoice of an order that ended: the money is
	 * credit of the partner now.
	 */
	public void release(List<String> paymentIds, LocalDate date) {
		this.rows.each("""
				UPDATE document_status d
				  JOIN allocation a ON a.number = d.number AND a.released_in IS NULL
				   SET d.paid = d.paid - a.amount
				 WHERE a.payment_id = ?
				""", paymentIds.stream().map((id) -> new Object[] { id }).toList());
		this.rows.each("UPDATE allocation SET released_in = ? WHERE payment_id = ? AND released_in IS NULL",
				paymentIds.stream().map((id) -> new Object[] { date, id }).toList());
	}

	/**
	 * A payment, or a part of one, of an invoice.
	 *
	 * @param paymentId the payment
	 * @param invoiceNumber the invoice
	 * @param amount the part of the payment that was open on it
	 */
	public record Allocation(String paymentId, String invoiceNumber, Money amount) {

	}

}
