package dev.perennial.mail.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import dev.perennial.mail.text.MailFacts.Attempt;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Membership;
import dev.perennial.mail.text.MailFacts.Method;
import dev.perennial.mail.text.MailFacts.Order;
import dev.perennial.mail.text.MailFacts.Payment;
import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.mail.text.MailFacts.Renewal;
import dev.perennial.mail.text.MailFacts.Request;
import dev.perennial.mail.text.MailFacts.Seller;
import dev.perennial.mail.text.MailFacts.Window;
import dev.perennial.mail.text.MailInvoice.Line;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Period;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;
import dev.perennial.money.Money;

/**
 * A term that ends on 22 June 2026: renewal on the 23rd, window until 22 July (rules
 * 4.1).
 */
final class SampleFacts {

	static final Seller SELLER = new Seller("Perennial GmbH", "partners@perennial.example");

	static final Membership MEMBERSHIP = new Membership("S-1", "Action Pack", LocalDate.parse("2025-06-23"),
			LocalDate.parse("2026-06-22"));

	/** 99.00 and 20 percent of it. */
	static final Price PRICE = new Price(Money.of(9900, "EUR"), Money.of(1980, "EUR"), Money.of(11880, "EUR"));

	static final Renewal RENEWAL = renewal(Method.CARD);

	static final Window WINDOW = new Window(LocalDate.parse("2026-06-23"), LocalDate.parse("2026-07-22"),
			LocalDate.parse("2026-07-21"));

	static final Attempt ATTEMPT = new Attempt(Money.of(11880, "EUR"), LocalDate.parse("2026-06-26"));

	static final Order ORDER = new Order("P-77", LocalDate.parse("2026-05-01"), "CN-2026-000004");

	static final Payment PAYMENT = new Payment(Money.of(11880, "EUR"), null, LocalDate.parse("2026-07-22"),
			"INV-2026-000017", null);

	static final Request REQUEST = new Request("R-9", "RENEW", "REFUSED", "TOO_EARLY", LocalDate.parse("2026-06-23"));

	static final MailInvoice INVOICE = invoice(new Party("Müller & Söhne KG", "Ringstraße 1, 1010 Wien, AT", null),
			new Totals(PRICE, List.of(new Rate(new BigDecimal("0.20"), Money.of(9900, "EUR"), Money.of(1980, "EUR"))),
					Treatment.DOMESTIC, null));

	private SampleFacts() {
	}

	static Renewal renewal(Method method) {
		return new Renewal(LocalDate.parse("2026-06-23"), PRICE, Money.of(9500, "EUR"), method, YearMonth.of(2026, 7));
	}

	static MailInvoice invoice(Party buyer, Totals totals) {
		return new MailInvoice("INV-2026-000017", LocalDate.parse("2026-06-24"),
				new Party("Perennial GmbH", "Hauptstraße 5, 1020 Wien, AT", "ATU12345675"), buyer,
				new Period(LocalDate.parse("2026-06-23"), LocalDate.parse("2027-06-22")),
				List.of(new Line("Action Pack, one year", 1, Money.of(9900, "EUR"), Money.of(9900, "EUR"))), totals);
	}

	static MailFacts facts(Matter... matters) {
		return MailFacts.of("Anna Müller", SELLER, MEMBERSHIP, matters);
	}

	static MailFacts everything() {
		return facts(RENEWAL, WINDOW, ATTEMPT, ORDER, PAYMENT, REQUEST, INVOICE);
	}

}
