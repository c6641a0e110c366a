package dev.perennial.mail.text;

import dev.perennial.mail.text.MailInvoice.Line;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;

/**
 * An invoice inside a mail, with everything that article 226 of Directive 2006/112/EC
 * asks for (rules 9.4).
 */
final class InvoiceTable {

	private InvoiceTable() {
	}

	static void add(Draft draft, MailInvoice invoice) {
		draft.table("invoice.heading", invoice.number())
			.row("invoice.number", invoice.number())
			.row("invoice.date", invoice.issuedOn())
			.rowSaying(draft.word("invoice.supply"), "period", invoice.supply().from(), invoice.supply().to());
		party(draft, "invoice.seller", invoice.seller());
		party(draft, "invoice.buyer", invoice.buyer());
		int number = 1;
		for (Line line : invoice.lines()) {
			draft.rowSaying(number++ + ". " + line.description(), "invoice.line", line.quantity(), line.unitNet(),
					line.net());
		}
		totals(draft, invoice.totals());
	}

	private static void party(Draft draft, String key, Party party) {
		draft.row(key, party.name()).row(key + "-address", party.address()).row(key + "-vat-id", party.vatId());
	}

	private static void totals(Draft draft, Totals totals) {
		draft.row("invoice.net", totals.price().net());
		for (Rate rate : totals.rates()) {
			draft.rowSaying(draft.word("invoice.tax-at", rate.rate()), "invoice.tax-on", rate.tax(), rate.net());
		}
		draft.row("invoice.tax", totals.price().tax()).row("invoice.gross", totals.price().gross());
		if (totals.treatment() == Treatment.REVERSE_CHARGE || totals.treatment() == Treatment.OUT_OF_SCOPE) {
			draft.say("tax." + totals.treatment());
		}
		if (totals.announcedTax() != null && !totals.announcedTax().equals(totals.price().tax())) {
			draft.say("tax-differs", totals.price().tax(), totals.announcedTax());
		}
	}

}
