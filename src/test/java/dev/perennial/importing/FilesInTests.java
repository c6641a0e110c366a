package dev.perennial.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.perennial.csv.FileRefused;
import dev.perennial.money.Money;
import dev.perennial.partner.Partner;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which rows the files in hold, and which they refuse, with column and reason. */
class FilesInTests {

	private static final Known KNOWN = new Known(LocalDate.of(2026, 6, 1), Set.of("gold", "action-pack"), Set.of("P1"),
			Set.of("S-OLD"));

	private static final RequestFile REQUESTS = new RequestFile(new RowKeys("requests-1.csv", "0123456789abcdef"));

	private static final BankFile BANK = new BankFile(new RowKeys("bank-1.csv", "0123456789abcdef"));

	private static final String PARTNER = "P1,Müller GmbH,a@example.com,,,,de_AT,DE,DE123456789,Weg 1,10115,Berlin";

	private static final String SUBSCRIPTION = "S1,P1,gold,EUR,2024-02-29,2026-02-28,2027-02-27,on,card,pm_card_visa,2027-02,2026-05-11";

	private static final String REQUEST = "R1,2026-05-31,RENEW,S1,P1,gold,EUR,card,pm_card_visa,2027-02,Thank you";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void readsAPartner() throws IOException {
		assertThat(read(PartnerFile.COLUMNS, new PartnerFile()::read, PARTNER))
			.containsExactly(new Partner("P1", "Müller GmbH", new Partner.Contact("a@example.com", "", "", ""), "de-AT",
					"DE123456789", new Partner.Address("Weg 1", "10115", "Berlin", "DE")));
	}

	@Test
	void readsASubscriptionWithItsCard() throws IOException {
		ImportedSubscription read = read(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read, SUBSCRIPTION)
			.get(0);
		assertThat(read.subscription().currentTerm().dates())
			.isEqualTo(new TermDates(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 27)));
		assertThat(read.subscription().paying().card()).isEqualTo(new Card("IMPORT/S1", LocalDate.of(2027, 2, 28)));
		assertThat(read.noticeSentOn()).isEqualTo(LocalDate.of(2026, 5, 11));
		assertThat(read.autoRenew()).isTrue();
		assertThat(read.token()).isEqualTo(new Token("pm_card_visa"));
		assertThat(read.toString()).doesNotContain("pm_card_visa");
	}

	@Test
	void keepsNoTokenThatATransferDoesNotNeed() throws IOException {
		ImportedSubscription read = read(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read,
				SUBSCRIPTION.replace(",card,", ",transfer,"))
			.get(0);
		assertThat(read.token()).isNull();
		assertThat(read.subscription().paying().card()).isNull();
	}

	@Test
	void readsAQualification() throws IOException {
		assertThat(read(QualificationFile.COLUMNS, new QualificationFile(KNOWN)::read, "P1,gold,2026-05-31,yes"))
			.containsExactly(new Qualification("P1", "gold", LocalDate.of(2026, 5, 31), true));
	}

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
			partner_id   | P 1              | 'P 1' is no id
			partner_id   |                  | nothing is no id
			legal_name   |                  | nothing stands here
			email        | a b@example.com  | is no e-mail address
			email        | example.com      | is no e-mail address
			email        | a@b.c;d@e.f      | is no e-mail address
			backup_email | a@b@c            | is no e-mail address
			locale       | d                | 'd' is no language
			country      | de               | 'de' is no country: expected an ISO 3166 code such as DE
			country      | XX               | 'XX' is no country
			vat_id       | ДЕ1              | is no VAT id
			street       |                  | nothing stands here
			city         |                  | nothing stands here
			""")
	void refusesABadPartner(String column, @Nullable String value, String reason) throws IOException {
		assertRefused(PartnerFile.COLUMNS, new PartnerFile()::read, PARTNER, column, value, reason);
	}

	@Test
	void refusesANameOf300Characters() throws IOException {
		assertRefused(PartnerFile.COLUMNS, new PartnerFile()::read, PARTNER, "legal_name", "Ж".repeat(300),
				"300 characters are too many: expected at most 200");
		assertThat(read(PartnerFile.COLUMNS, new PartnerFile()::read, PARTNER.replace("Müller GmbH", "Ж".repeat(200))))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					subscription_id        | S-OLD            | subscription 'S-OLD' is there already
					subscription_id        | 12345678901234567890123456789012345678901 | is no id
					partner_id             | P2               | no partner 'P2' is known
					offer                  | silver           | no offer 'silver' is known: expected one of [action-pack, gold]
					currency               | EURO             | 'EURO' is no currency
					currency               | XAU              | 'XAU' is no currency
					anchor                 | 2023-02-29       | '2023-02-29' is no day of the calendar
					starts_on              | 2026-03-01       | no term of anchor 2024-02-29 starts on 2026-03-01: expected for example 2026-02-28
					starts_on              | 2023-02-28       | no term of anchor 2024-02-29 starts on 2023-02-28
					ends_on                | 2027-02-28       | expected 2027-02-27
					ends_on                | 2027-2-27        | '2027-2-27' is no day of the calendar: expected YYYY-MM-DD
					auto_renew             | maybe            | 'maybe' is unknown: expected on or off
					auto_renew             | ON               | 'ON' is unknown
					payment_method         | cash             | 'cash' is unknown: expected one of card, transfer
					card_token             |                  | payment_method is card: expected the gateway's token
					card_token             | 4111111111111111 | a card number must not be delivered
					card_token             | pm card          | this is no gateway token
					card_expires           | 02/27            | '02/27' is no month: expected YYYY-MM
					card_expires           | 2027-13          | '2027-13' is no month
					renewal_notice_sent_on | 2026-02-27       | is not between the first day of the term, 2026-02-28, and the import, 2026-06-01
					renewal_notice_sent_on | 2026-06-02       | is not between
					""")
	void refusesABadSubscription(String column, @Nullable String value, String reason) throws IOException {
		assertRefused(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read, SUBSCRIPTION, column, value, reason);
	}

	@Test
	void refusesATermInTheFuture() throws IOException {
		assertThat(refusal(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read,
				"S1,P1,gold,EUR,2026-06-02,2026-06-02,2027-06-01,on,transfer,,,"))
			.hasMessageContaining("column starts_on: 2026-06-02 lies in the future");
		assertThat(read(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read,
				"S1,P1,gold,EUR,2026-06-01,2026-06-01,2027-05-31,on,transfer,,,"))
			.hasSize(1);
	}

	@Test
	void refusesAnIdThatStandsThereTwice() throws IOException {
		assertThat(refusal(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read, SUBSCRIPTION, SUBSCRIPTION))
			.hasMessageContaining("line 3, column subscription_id: 'S1' stands in an earlier row");
		assertThat(refusal(PartnerFile.COLUMNS, new PartnerFile()::read, PARTNER, PARTNER))
			.hasMessageContaining("line 3, column partner_id: 'P1' stands in an earlier row");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			partner_id | P2         | no partner 'P2' is known
			offer      | silver     | no offer 'silver' is known
			checked_on | 2026-06-02 | 2026-06-02 lies in the future
			passed     | maybe      | 'maybe' is unknown: expected yes or no
			""")
	void refusesABadQualification(String column, @Nullable String value, String reason) throws IOException {
		assertRefused(QualificationFile.COLUMNS, new QualificationFile(KNOWN)::read, "P1,gold,2026-05-31,yes", column,
				value, reason);
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
	void saysAllThatIsWrongWithARowAtOnce() throws IOException {
		assertThat(refusal(SubscriptionFile.COLUMNS, new SubscriptionFile(KNOWN)::read,
				"S1,P2,gold,EUR,2024-02-29,2026-02-28,2027-02-28,maybe,transfer,,,")
			.first())
			.singleElement()
			.hasToString("line 2, column partner_id: no partner 'P2' is known: expected one of partners.csv, or one"
					+ " imported before; also ends_on: the term of anchor 2024-02-29 that starts on 2026-02-28 does"
					+ " not end on 2027-02-28: expected 2027-02-27; also auto_renew: 'maybe' is unknown: expected on or off");
	}

	@Test
	void refusesAnAmountThatMayBeCutOff() throws IOException {
		Path file = this.folder.resolve("bank-1.csv");
		String content = "entry_id,booked_on,currency,reference,payer,amount\nB1,2026-05-31,EUR,INV-1,A,118";
		Files.writeString(file, content);
		assertThat(refusal(file, BankFile.COLUMNS, BANK::read))
			.hasMessageContaining("line 2, column amount: the file ends here without the end of a line");
		Files.writeString(file, content + "\n");
		Reading.read(file, BankFile.COLUMNS, BANK::read, (line, value) -> {
		});
	}

	private <T> void assertRefused(List<String> columns, Function<Fields, @Nullable T> reader, String row,
			String column, @Nullable String value, String reason) throws IOException {
		List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
		cells.set(columns.indexOf(column), (value != null) ? value : "");
		FileRefused refusal = refusal(columns, reader,
				cells.stream().map((cell) -> '"' + cell + '"').reduce((a, b) -> a + ',' + b).orElseThrow());
		String blamed = reason.contains("no amount") ? "amount"
				: reason.contains("a PURCHASE") ? "subscription_id" : column;
		assertThat(refusal.first()).singleElement().satisfies((bad) -> {
			assertThat(bad.line()).isEqualTo(2);
			assertThat(bad.column()).isEqualTo(blamed);
			assertThat(bad.reason()).contains(reason);
			if (column.equals("card_token") && value != null) {
				assertThat(bad.reason()).doesNotContain(value);
			}
		});
	}

	private <T> FileRefused refusal(List<String> columns, Function<Fields, @Nullable T> reader, String... rows)
			throws IOException {
		return refusal(file(columns, rows), columns, reader);
	}

	private static <T> FileRefused refusal(Path file, List<String> columns, Function<Fields, @Nullable T> reader) {
		try {
			Reading.read(file, columns, reader, (line, value) -> {
			});
		}
		catch (FileRefused ex) {
			return ex;
		}
		throw new AssertionError(file + " was not refused");
	}

	private <T> List<T> read(List<String> columns, Function<Fields, @Nullable T> reader, String... rows)
			throws IOException {
		List<T> read = new ArrayList<>();
		Reading.read(file(columns, rows), columns, reader, (line, value) -> read.add(value));
		return read;
	}

	private Path file(List<String> columns, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("x.csv"),
				String.join(",", columns) + "\n" + String.join("\n", rows) + "\n");
	}

}
