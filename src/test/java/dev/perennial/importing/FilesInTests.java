package dev.perennial.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;

import dev.perennial.partner.Partner;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.importing.row.FewRows;
import dev.perennial.importing.row.Token;

/**
 * Which rows the files of an import hold, and which they refuse, with column and reason.
 */
class FilesInTests extends FewRows {

	private static final Known KNOWN = new Known(LocalDate.of(2026, 6, 1), Set.of("gold", "action-pack"), Set.of("P1"),
			Set.of("S-OLD"));

	private static final String PARTNER = "P1,Müller GmbH,a@example.com,,,,de_AT,DE,DE123456789,Weg 1,10115,Berlin";

	private static final String SUBSCRIPTION = "S1,P1,gold,EUR,2024-02-29,2026-02-28,2027-02-27,on,card,pm_card_visa,2027-02,2026-05-11";

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

}
