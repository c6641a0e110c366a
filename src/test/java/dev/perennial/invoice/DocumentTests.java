package dev.perennial.invoice;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.invoice.Document.Dates;
import dev.perennial.invoice.Document.Line;
import dev.perennial.invoice.Document.Name;
import dev.perennial.invoice.Document.Parties;
import dev.perennial.invoice.Document.Texts;
import dev.perennial.money.Money;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.Order.OrderedTerm;
import dev.perennial.order.Order.PayBy;
import dev.perennial.order.Order.Placed;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.order.Progress;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Progress.Deadlines;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.order.Progress.Dunning;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.TermDates;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents as they are issued (rules 9.2, 9.3). */
class DocumentTests {

	private static final Amounts AMOUNTS = new Amounts(Money.of(42_500, "EUR"), TaxTreatment.DOMESTIC,
			new TaxRate(1900));

	/**
	 * What {@code printf 'INVOICE\nINV-2026-000042\n...' | sha256sum} says of the facts.
	 */
	@Test
	void theHashIsOfAllThatItSaysAndOfNothingElse() {
		assertThat(invoice("").contentSha256())
			.isEqualTo("85064f4eb81d74955f6aa10be32a36d54431bd9510affa6ff04b6960347290ad");
		assertThat(invoice("Reverse charge").contentSha256()).isNotEqualTo(invoice("").contentSha256());
	}

	@Test
	void aNumberHasSixDigitsAndMoreWhereItMust() {
		assertThat(DocumentType.INVOICE.series(LocalDate.of(2026, 12, 31))).isEqualTo("INV-2026");
		assertThat(DocumentType.CREDIT_NOTE.series(LocalDate.of(2027, 1, 1))).isEqualTo("CN-2027");
		assertThat(DocumentType.number("INV-2026", 1)).isEqualTo("INV-2026-000001");
		assertThat(DocumentType.number("INV-2026", 1_234_567)).isEqualTo("INV-2026-1234567");
	}

	private static Document invoice(String mention) {
		LocalDate day = LocalDate.of(2026, 6, 23);
		Order order = new Order("S-1-20260623-1",
				new Placed("S-1", 1, OrderOrigin.AUTO, day, day,
						new OrderedTerm(day, new TermDates(day, LocalDate.of(2027, 6, 22))),
						new PayBy(PaymentMethod.TRANSFER, null), null),
				AMOUNTS,
				new Progress(OrderState.OPEN, null, day,
						new Deadlines(LocalDate.of(2026, 7, 23), LocalDate.of(2026, 7, 23), false), Dunning.NONE,
						new Billing(Money.of(0, "EUR"), null, DocumentDue.INVOICE, false)),
				List.of());
		return new Document(new Name(DocumentType.INVOICE, "INV-2026", 42), new Dates(day, LocalDate.of(2026, 7, 23)),
				order,
				new Parties(new Party("Vendor GmbH", "DE123456789", "DE", "Weg 1, 10115 Berlin"),
						new Party("Partner SAS", "FR12345678901", "FR", "Rue 2, 75001 Paris"), "PA-1"),
				List.of(new Line("Action Pack", 1, AMOUNTS)), new Texts("ACTION_PACK", mention, null));
	}

}
