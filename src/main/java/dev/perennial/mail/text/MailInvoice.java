package dev.perennial.mail.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as issued: what article 226 of Directive 2006/112/EC asks for (rules 9.4).
 *
 * @param number its number
 * @param issuedOn its date
 * @param seller the seller as copied into it
 * @param buyer the buyer as copied into it
 * @param supply the term
 * @param lines its lines
 * @param totals its sums
 */
public record MailInvoice(String number, LocalDate issuedOn, Party seller, Party buyer, Period supply, List<Line> lines,
		Totals totals) implements MailFacts.Matter {

	/** How a sale is taxed, as the invoice says it (rules 5.4). */
	public enum Treatment {

		DOMESTIC, REVERSE_CHARGE, EU_BUYER_RATE, OUT_OF_SCOPE

	}

	/**
	 * A side of an invoice.
	 *
	 * @param name the legal name
	 * @param address street, postal code, city and country on one line
	 * @param vatId the VAT id; null if there is none
	 */
	public record Party(String name, String address, @Nullable String vatId) {

	}

	/**
	 * Days, both inclusive.
	 *
	 * @param from the first day
	 * @param to the last day
	 */
	public record Period(LocalDate from, LocalDate to) {

	}

	/**
	 * A line of an invoice.
	 *
	 * @param description what was sold
	 * @param quantity how many
	 * @param unitNet the net price of one
	 * @param net the net of the line
	 */
	public record Line(String description, int quantity, Money unitNet, Money net) {

	}

	/**
	 * The sums of an invoice.
	 *
	 * @param price net, tax and gross
	 * @param rates the sums per rate
	 * @param treatment how it is taxed
	 * @param announcedTax the tax that the notice named, where the invoice's differs
	 * (rules 5.4); else null
	 */
	public record Totals(Price price, List<Rate> rates, Treatment treatment, @Nullable Money announcedTax) {

	}

	/**
	 * What is taxed at one rate.
	 *
	 * @param rate 0.20 for 20 percent
	 * @param net the net at this rate
	 * @param tax its tax
	 */
	public record Rate(BigDecimal rate, Money net, Money tax) {

	}

}
