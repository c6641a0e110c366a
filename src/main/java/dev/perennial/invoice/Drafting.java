package dev.perennial.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.invoice.Document.Dates;
import dev.perennial.invoice.Document.Line;
import dev.perennial.invoice.Document.Name;
import dev.perennial.invoice.Document.Parties;
import dev.perennial.invoice.Document.Texts;
import dev.perennial.offer.Offer;
import dev.perennial.offer.Seller;
import dev.perennial.order.Order;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.tax.TaxTreatment;
import org.jspecify.annotations.Nullable;

/** Writes documents from orders (rules 9). */
public final class Drafting {

	private static final String REVERSE_CHARGE = "Reverse charge: the recipient is liable for the VAT (article 196 of Directive 2006/112/EC)";

	private static final String OTHER_TAX = "The tax differs from the amount announced: the law changed, or what is known of the VAT id";

	private Drafting() {
	}

	/** The invoice of an order: a card pays it at once, a transfer until its due date. */
	public static Document invoice(Sale sale, long number, LocalDate issueDate) {
		LocalDate dueOn = sale.order().progress().deadlines().dueOn();
		LocalDate due = (dueOn != null) ? dueOn : issueDate;
		DocumentType type = DocumentType.INVOICE;
		return new Document(new Name(type, type.series(issueDate), number), new Dates(issueDate, due), sale.order(),
				new Parties(Party.of(sale.seller()), Party.of(sale.partner()), sale.partner().id()), lines(sale),
				new Texts(sale.offer().code(), mention(sale), null));
	}

	/** The credit note of a whole invoice, which repeats what that says (rules 9.3). */
	public static Document creditNote(Order order, Invoiced invoiced, long number, LocalDate issueDate) {
		DocumentType type = DocumentType.CREDIT_NOTE;
		return new Document(new Name(type, type.series(issueDate), number), new Dates(issueDate, issueDate), order,
				invoiced.parties(), invoiced.lines(),
				new Texts(invoiced.offer(), reverseCharge(order), invoiced.number()));
	}

	/**
	 * What keeps a document from being issued, before it is given a number (rules 9.2). A
	 * credit note repeats an invoice, which could be issued.
	 * @return one line each, none if it can be issued
	 */
	public static List<String> faults(Sale sale) {
		List<String> faults = new ArrayList<>();
		if (sale.order().progress().billing().due() == DocumentDue.CREDIT_NOTE) {
			return faults;
		}
		Party buyer = Party.of(sale.partner());
		Party seller = Party.of(sale.seller());
		require(!buyer.name().isBlank(), "the buyer has no name", faults);
		require(!buyer.address().isBlank(), "the buyer has no address", faults);
		require(!seller.vatId().isBlank(), "the seller has no VAT id", faults);
		boolean reverse = sale.order().amounts().treatment() == TaxTreatment.REVERSE_CHARGE;
		require(!reverse || !buyer.vatId().isBlank(), "reverse charge needs the VAT id of the buyer", faults);
		require(!reverse || sale.order().amounts().tax().isZero(), "reverse charge has no tax", faults);
		return faults;
	}

	private static void require(boolean right, String fault, List<String> faults) {
		if (!right) {
			faults.add(fault);
		}
	}

	private static List<Line> lines(Sale sale) {
		return List.of(new Line(sale.offer().nameIn("en"), 1, sale.order().amounts()));
	}

	private static String mention(Sale sale) {
		String reverse = reverseCharge(sale.order());
		Quote quote = sale.quote();
		boolean otherTax = quote != null && quote.isTaxedOtherwise(sale.order());
		return (reverse.isEmpty() || !otherTax) ? (otherTax ? OTHER_TAX : reverse) : reverse + ". " + OTHER_TAX;
	}

	private static String reverseCharge(Order order) {
		return (order.amounts().treatment() == TaxTreatment.REVERSE_CHARGE) ? REVERSE_CHARGE : "";
	}

	/**
	 * What was sold by whom to whom.
	 *
	 * @param quote what was announced for the term, if it was
	 */
	public record Sale(Order order, Offer offer, Seller seller, Partner partner, @Nullable Quote quote) {

	}

}
