package dev.perennial.mail.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.mail.text.MailFacts.Attempt;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Membership;
import dev.perennial.mail.text.MailFacts.Method;
import dev.perennial.mail.text.MailFacts.Payment;
import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.mail.text.MailFacts.Renewal;
import dev.perennial.mail.text.MailFacts.Request;
import dev.perennial.mail.text.MailInvoice.Party;
import dev.perennial.mail.text.MailInvoice.Rate;
import dev.perennial.mail.text.MailInvoice.Totals;
import dev.perennial.mail.text.MailInvoice.Treatment;
import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailTextTests {

	private static final MailText TEXTS = new MailText();

	private String text(String code, Matter... matters) {
		return TEXTS.render(code, "en", SampleFacts.facts(matters)).text();
	}

	/** Rules 8.1. */
	@ParameterizedTest
	@ValueSource(strings = { "RENEWAL_NOTICE", "RENEWAL_NOTICE_LATE", "RENEWAL_REMINDER", "PRICE_CHANGE" })
	void renewalNamesDayAmountWithTaxBothPricesMethodAndHowToSwitchOff(String code) {
		assertThat(text(code, SampleFacts.RENEWAL)).contains("23 June 2026", "118.80 EUR including tax",
				"New price without tax: 99.00 EUR", "Old price without tax: 95.00 EUR", "Tax included: 19.80 EUR",
				"Payment: card", "We will charge 118.80 EUR to your card on 23 June 2026.",
				"To switch automatic renewal off, write to partners@perennial.example by 22 June 2026", "S-1");
	}

	@Test
	void transferIsInvoicedAndNothingIsTaken() {
		assertThat(text("RENEWAL_NOTICE", SampleFacts.renewal(Method.TRANSFER)))
			.contains("Payment: bank transfer", "We will send you an invoice over 118.80 EUR on 23 June 2026")
			.doesNotContain("charge 118.80");
	}

	@Test
	void noticeIsTheSameInRussian() {
		Letter letter = TEXTS.render("RENEWAL_NOTICE", "ru_RU", SampleFacts.facts(SampleFacts.RENEWAL));
		assertThat(letter.subject()).isEqualTo("Action Pack: членство будет продлено 23 июня 2026 г.");
		assertThat(letter.text()).startsWith("Здравствуйте, Anna Müller!")
			.contains("118,80 EUR", "Новая цена без налога: 99,00 EUR", "Прежняя цена без налога: 95,00 EUR",
					"Способ оплаты: карта", "Последний день для этого: 22 июня 2026 г. Тогда");
		assertThat(letter.html()).contains("<html lang=\"ru\">", "118,80 EUR");
	}

	/** Rules 8.6. */
	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "ru,ru", "ru-RU,ru", "ru_RU,ru", "RU,ru", "en,en", "en-GB,en", "de,en",
			"ja_JP,en", "none,en", "'',en", "not a locale,en" })
	void languageIsThePartnersOrEnglish(String locale, String language) {
		Letter letter = TEXTS.render("LAPSED", locale, SampleFacts.facts(SampleFacts.WINDOW));
		assertThat(letter.locale().toLanguageTag()).isEqualTo(language);
		assertThat(letter.text()).startsWith(language.equals("ru") ? "Здравствуйте" : "Dear");
	}

	/** Rules 8.1: last day, window, how to renew. */
	@ParameterizedTest
	@ValueSource(strings = { "EXPIRY_NOTICE", "EXPIRY_NOTICE_2", "EXPIRY_NOTICE_3", "WINDOW_OPEN", "WINDOW_HALF",
			"WINDOW_LAST", "AUTO_RENEW_OFF" })
	void expiryNamesLastDayWindowAndHowToRenew(String code) {
		assertThat(text(code, SampleFacts.WINDOW)).contains("Last day: 22 June 2026", "Renewable from: 23 June 2026",
				"Renewable until: 22 July 2026", "Benefits until: 21 July 2026",
				"To renew, write to partners@perennial.example between 23 June 2026 and 22 July 2026");
	}

	@Test
	void cardExpiresNamesTheMonthOfTheCard() {
		assertThat(text("CARD_EXPIRES", SampleFacts.RENEWAL)).contains("expires 07/2026", "give us a new one",
				"23 June 2026");
	}

	@Test
	void failedPaymentNamesTheNextTryIfThereIsOne() {
		assertThat(text("PAYMENT_FAILED", SampleFacts.ATTEMPT, SampleFacts.WINDOW)).contains("118.80 EUR",
				"We will try again on 26 June 2026.", "can be renewed until 22 July 2026");
		assertThat(text("PAYMENT_FAILED", new Attempt(Money.of(11880, "EUR"), null))).contains("We will not try again.")
			.doesNotContain("can be renewed until");
	}

	@Test
	void paymentDueNamesOpenAmountDueDateAndReference() {
		String due = text("PAYMENT_DUE", SampleFacts.PAYMENT, SampleFacts.INVOICE);
		assertThat(due)
			.contains("Amount to pay: 118.80 EUR", "Due on: 22 July 2026", "Payment reference: INV-2026-000017",
					"Invoice INV-2026-000017")
			.doesNotContain("still open", "Account:");
		Payment partly = new Payment(Money.of(1880, "EUR"), Money.of(10000, "EUR"), LocalDate.parse("2026-07-22"),
				"INV-2026-000017", "AT61 1904 3002 3457 3201");
		assertThat(text("PAYMENT_DUE", partly, SampleFacts.INVOICE))
			.contains("We have received 100.00 EUR; 18.80 EUR is still open.", "Account: AT61 1904 3002 3457 3201");
	}

	/** Rules 9.4: what article 226 of Directive 2006/112/EC asks for. */
	@Test
	void renewedBringsTheWholeInvoice() {
		assertThat(text("RENEWED", SampleFacts.INVOICE))
			.contains("Invoice INV-2026-000017", "Date of issue: 24 June 2026",
					"Period of supply: 23 June 2026 to 22 June 2027", "Seller: Perennial GmbH",
					"Address of the seller: Hauptstraße 5, 1020 Wien, AT", "VAT number of the seller: ATU12345675",
					"Customer: Müller & Söhne KG", "Address of the customer: Ringstraße 1, 1010 Wien, AT",
					"1. Action Pack, one year: 1 × 99.00 EUR = 99.00 EUR", "Total without tax: 99.00 EUR",
					"VAT 20 %: 19.80 EUR on 99.00 EUR", "Total VAT: 19.80 EUR", "Total to pay: 118.80 EUR")
			.doesNotContain("Reverse charge", "announced");
	}

	/** Rules 5.4: said on the invoice; here the notice had announced 19.80 of tax. */
	@Test
	void reverseChargeAndAChangedTaxAreSaid() {
		Money net = Money.of(9900, "EUR");
		Money none = Money.of(0, "EUR");
		MailInvoice invoice = SampleFacts.invoice(new Party("Société X", "1 rue Y, 75001 Paris, FR", "FR40303265045"),
				new Totals(new Price(net, none, net), List.of(new Rate(BigDecimal.ZERO, net, none)),
						Treatment.REVERSE_CHARGE, Money.of(1980, "EUR")));
		assertThat(text("RENEWED", invoice)).contains("Reverse charge", "VAT number of the customer: FR40303265045",
				"VAT 0 %: 0.00 EUR on 99.00 EUR", "The tax is 0.00 EUR and not 19.80 EUR as announced");
		assertThat(TEXTS.render("RENEWED", "ru", SampleFacts.facts(invoice)).text()).contains("Reverse charge");
	}

	@Test
	void refusedRequestNamesReasonAndFirstDay() {
		assertThat(text("REQUEST_STATUS", SampleFacts.REQUEST)).contains("Request: R-9", "About: Renewal",
				"State: refused", "Reason: It is too early to renew.", "Possible from: 23 June 2026");
	}

	/** Rules 3.4: it holds nothing, and what is under way or invoiced goes on. */
	@Test
	void aSwitchAfterTheRenewalIsPromisedNothing() {
		assertThat(support("CANCEL", "OPEN")).contains("nothing is charged");
		assertThat(support("LATE_OFF", "OPEN")).contains("already under way").doesNotContain("nothing is charged");
		assertThat(support("LATE_OFF", "RESOLVED")).contains("what was renewed before stays as it is");
	}

	private String support(String type, String state) {
		return text("REQUEST_STATUS", new Request("SR-9", type, state, null, null));
	}

	@Test
	void requestWithoutASubscriptionHasAMailToo() {
		MailFacts facts = MailFacts.of("Anna", SampleFacts.SELLER, null, SampleFacts.REQUEST);
		assertThat(TEXTS.render("REQUEST_STATUS", "en", facts).text()).doesNotContain("Subscription:");
	}

	@Test
	void expiredOrderNamesItsCreditNote() {
		assertThat(text("ORDER_EXPIRED", SampleFacts.ORDER)).contains("P-77", "1 May 2026", "CN-2026-000004");
	}

	/** Rules 5.1: the digits of the currency, whatever the language. */
	@Test
	void amountsHaveTheDigitsOfTheirCurrency() {
		for (String[] amount : new String[][] { { "JPY", "12000", "12000 JPY", "12000 JPY" },
				{ "KWD", "30500", "30.500 KWD", "30,500 KWD" } }) {
			Money money = Money.of(Long.parseLong(amount[1]), amount[0]);
			MailFacts facts = SampleFacts.facts(new Attempt(money, null));
			assertThat(TEXTS.render("PAYMENT_FAILED", "en", facts).subject()).contains(amount[2]);
			assertThat(TEXTS.render("PAYMENT_FAILED", "ru", facts).subject()).contains(amount[3]);
		}
	}

	@Test
	void dataIsNeverMarkupNorATemplateNorALine() {
		String evil = "<script>alert('x')</script> ${7*7} [[${7*7}]] {0} __${7*7}__ =1+1\r\nBcc: x@y.example\u2028\u0007";
		String plain = "<script>alert('x')</script> ${7*7} [[${7*7}]] {0} __${7*7}__ =1+1 Bcc: x@y.example";
		MailFacts facts = MailFacts.of(evil, SampleFacts.SELLER,
				new Membership("S-1", evil, LocalDate.parse("2025-06-23"), LocalDate.parse("2026-06-22")),
				SampleFacts.WINDOW);
		Letter letter = TEXTS.render("WINDOW_OPEN", "en", facts);
		assertThat(letter.subject()).isEqualTo(plain + ": you can renew until 22 July 2026");
		assertThat(letter.text()).startsWith("Dear " + plain + ",\n").doesNotContain("49");
		assertThat(letter.html()).contains("Dear &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; ${7*7}")
			.doesNotContain("<script", "49");
	}

	@Test
	void whatIsMissingIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> text("RENEWED"))
			.withMessage("The mail RENEWED needs the fact MailInvoice");
		assertThatIllegalArgumentException().isThrownBy(() -> text("NO_SUCH_CODE"))
			.withMessageContaining("NO_SUCH_CODE");
		Renewal withoutCard = new Renewal(LocalDate.parse("2026-06-23"), SampleFacts.PRICE, null, Method.CARD, null);
		assertThatIllegalArgumentException().isThrownBy(() -> text("CARD_EXPIRES", withoutCard))
			.withMessage("The mail CARD_EXPIRES needs the fact Renewal.cardExpires");
	}

}
