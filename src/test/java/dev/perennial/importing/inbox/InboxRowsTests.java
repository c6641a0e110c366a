package dev.perennial.importing.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.money.Money;
import dev.perennial.subscription.Card;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.importing.row.FewRows;
import dev.perennial.importing.row.Reading;

/**
 * Which rows the files of the inbox hold, and which they refuse, with column and reason.
 */
class InboxRowsTests extends FewRows {

	private static final RequestFile REQUESTS = new RequestFile(new RowKeys("requests-1.csv", "0123456789abcdef"));

	private static final BankFile BANK = new BankFile(new RowKeys("bank-1.csv", "0123456789abcdef"));

	private static final String REQUEST = "R1,2026-05-31,RENEW,S1,P1,gold,EUR,card,pm_card_visa,2027-02,Thank you";

	@Test
	void readsARequestWhateverItNames() throws IOException {
		assertThat(read(RequestFile.COLUMNS, REQUESTS::read, REQUEST, "R1,2027-01-01,CANCEL,S-9,,nothing,,,,,",
				"R2,2026-05-31,PURCHASE,,P9,nothing,KWD,card,,,"))
			.extracting((line) -> line.request().about() + " " + line.request().payBy())
			.containsExactly("About[subscriptionId=S1, partnerId=P1, offer=gold, currency=EUR] CARD",
					"About[subscriptionId=S-9, partnerId=, offer=nothing, currency=] null",
					"About[subscriptionId=, partnerId=P9, offer=nothing, currency=KWD] CARD");
	}

	@Test
	void namesALineAsItIsWorkedOff() throws IOException {
		assertThat(read(RequestFile.COLUMNS, REQUESTS::read, REQUEST).get(0)).satisfies((line) -> {
			assertThat(line.rowKey()).isEqualTo("2026-05-31/requests-1.csv/01234567/00000002");
			assertThat(line.request().card())
				.isEqualTo(new Card("REQUEST/2026-05-31/requests-1.csv/01234567/00000002", LocalDate.of(2027, 2, 28)));
			assertThat(line.toString()).doesNotContain("pm_card_visa");
		});
	}

	@Test
	void keepsNoCardNumberOfANote() throws IOException {
		assertThat(read(RequestFile.COLUMNS, REQUESTS::read,
				REQUEST.replace("Thank you", "take 4111 1111 1111 1111 or pm_card_visa")))
			.extracting(RequestLine::note)
			.containsExactly("take **** or ****");
	}

	@Test
	void readsABankLine() throws IOException {
		assertThat(read(BankFile.COLUMNS, BANK::read, "B1,2026-05-31,-1.005,KWD,inv-2026-000001,\"A, B\""))
			.containsExactly(new BankLine("2026-05-31/bank-1.csv/01234567/00000002", "B1", LocalDate.of(2026, 5, 31),
					Money.of(-1005, "KWD"), new BankLine.Remittance("inv-2026-000001", "A, B")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			request_id      |              | nothing is no id
			submitted_on    | 2026-02-30   | '2026-02-30' is no day of the calendar
			type            | renew        | 'renew' is unknown: expected one of PURCHASE, RENEW
			subscription_id | S/1          | 'S/1' is no id
			currency        | EU           | 'EU' is no currency
			payment_method  | CARD         | 'CARD' is unknown
			card_token      | 4111 1111 1111 1111 | a card number must not be delivered
			type            | PURCHASE     | a PURCHASE names no subscription
			""")
	void refusesABadRequest(String column, @Nullable String value, String reason) throws IOException {
		assertRefused(RequestFile.COLUMNS, REQUESTS::read, REQUEST, column, value, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			amount    | 1.005      | '1.005' is no amount in EUR: expected one such as 118.80, with at most 2 digits
			amount    | 1,00       | '1,00' is no amount in EUR
			amount    |            | nothing is no amount in EUR
			amount    | 9999999999999999999 | is no amount in EUR
			currency  | JPY        | '118.80' is no amount in JPY: expected one such as 118, with at most 0 digits
			currency  |            | nothing is no currency
			booked_on | 31.05.2026 | '31.05.2026' is no day of the calendar
			""")
	void refusesABadBankLine(String column, @Nullable String value, String reason) throws IOException {
		assertRefused(BankFile.COLUMNS, BANK::read, "B1,2026-05-31,118.80,EUR,INV-2026-000001,A", column, value,
				reason);
	}

	@Test
	void refusesAnAmountThatMayBeCutOff() throws IOException {
		Path file = this.folder.resolve("bank-1.csv");
		String content = "entry_id,booked_on,currency,reference,payer,amount\nB1,2026-05-31,EUR,INV-1,A,118";
		Files.writeString(file, content);
		assertThat(refusal(file, BankFile.COLUMNS, BANK::read))
			.hasMessageContaining("line 2, column amount: the file ends here without the end of a line");
		Files.writeString(file, content + "\n");
		Reading.read(file, BankFile.COLUMNS, BANK::read, (value) -> {
		});
	}

}
