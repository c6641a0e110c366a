package dev.perennial.mail.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.mail.text.MailFacts.Membership;
import dev.perennial.mail.text.MailInvoice.Line;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;
import dev.perennial.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A letter is, byte for byte, what the templates make of it alone. */
class LayoutsTests {

	/** The five characters of markup, those that mark places, and more than ASCII. */
	private static final String EVIL = "<b a='1'>&amp;\"</b> ${7*7} [[${7*7}]] [# th:if=\"x\"] {0} \uE0000\uE001 \uE00099\uE001 名前 × é \uD83D\uDE00";

	private final Layouts layouts = new Layouts();

	@ParameterizedTest
	@EnumSource
	void everyCodeIsLaidOutAsTheTemplatesDoIt(Language language) {
		for (String code : Letters.codes()) {
			for (MailFacts facts : variants()) {
				Wording wording = MailText.wording(code, language, facts);
				Letter letter = this.layouts.letter(language.locale(), wording);
				assertThat(letter).as(code).isEqualTo(this.layouts.asTemplatesSay(language.locale(), wording));
			}
		}
	}

	/** Each with everything that is optional, without, and with texts of any kind. */
	private static List<MailFacts> variants() {
		List<MailFacts> variants = new ArrayList<>();
		variants.add(SampleFacts.everything());
		variants.add(MailFacts.of(EVIL, new MailFacts.Seller(EVIL, EVIL),
				new Membership(EVIL, EVIL, LocalDate.parse("2025-06-23"), LocalDate.parse("2026-06-22")),
				SampleFacts.RENEWAL, SampleFacts.WINDOW, SampleFacts.ATTEMPT, SampleFacts.ORDER, SampleFacts.PAYMENT,
				SampleFacts.REQUEST, invoice(3)));
		variants.add(
				SampleFacts.facts(SampleFacts.RENEWAL, SampleFacts.WINDOW,
						new MailFacts.Attempt(SampleFacts.PRICE.gross(), null),
						new MailFacts.Order("P-77", LocalDate.parse("2026-05-01"), null),
						new MailFacts.Payment(Money.of(1880, "EUR"), Money.of(10000, "EUR"),
								LocalDate.parse("2026-07-22"), EVIL, EVIL),
						new MailFacts.Request("R-9", "CANCEL", "OPEN", null, null), invoice(20)));
		return variants;
	}

	private static MailInvoice invoice(int lines) {
		Money none = Money.of(0, "EUR");
		MailInvoice invoice = SampleFacts.invoice(new Party(EVIL, EVIL, EVIL), new Totals(SampleFacts.PRICE,
				List.of(new Rate(BigDecimal.ZERO, SampleFacts.PRICE.net(), none)), Treatment.REVERSE_CHARGE, none));
		List<Line> many = new ArrayList<>();
		for (int i = 0; i < lines; i++) {
			many.add(new Line(EVIL, i, SampleFacts.PRICE.net(), SampleFacts.PRICE.net()));
		}
		return new MailInvoice(invoice.number(), invoice.issuedOn(), invoice.seller(), invoice.buyer(),
				invoice.supply(), many, invoice.totals());
	}

}
