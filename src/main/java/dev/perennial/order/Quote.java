package dev.perennial.order;

import java.time.LocalDate;

/**
 * The price of an automatic renewal, frozen when it was first told or claimed; it caps
 * what may be charged (rules 5.2, 5.3).
 *
 * @param seq the term that the renewal would start
 * @param priceDay the first day of that term
 * @param quotedIn the business date of the night that froze it
 * @param amounts the price
 */
public record Quote(int seq, LocalDate priceDay, LocalDate quotedIn, Amounts amounts) {

	/**
	 * Whether an order of that term is taxed in another way than was told (rules 5.4).
	 */
	public boolean isTaxedOtherwise(Order order) {
		return this.seq == order.placed().seq() && (this.amounts.treatment() != order.amounts().treatment()
				|| !this.amounts.rate().equals(order.amounts().rate()));
	}

}
