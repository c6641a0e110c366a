package dev.perennial.invoice;

import java.util.ArrayList;
import java.util.List;

/**
 * What an issued invoice says, for the credit note that corrects it (rules 9.3).
 *
 * @param number the invoice
 * @param offer the code of its offer
 * @param parties its seller and buyer
 * @param lines its lines
 */
public record Invoiced(String number, String offer, Document.Parties parties, List<Document.Line> lines) {

	public Invoiced {
		lines = List.copyOf(lines);
	}

	/** The same invoice with the lines of another part of it behind its own. */
	Invoiced and(Invoiced other) {
		List<Document.Line> all = new ArrayList<>(this.lines);
		all.addAll(other.lines);
		return new Invoiced(this.number, this.offer, this.parties, all);
	}

}
