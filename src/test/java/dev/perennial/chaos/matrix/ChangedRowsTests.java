package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.chaos.matrix.Strikes.Strike;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows that people change in the middle of a night: what commits first counts, and it
 * concerns nobody else.
 */
@Tag("verify")
@Tag("mysql")
class ChangedRowsTests {

	/** The first thing that is read when the intent to charge this card is made. */
	private static final Predicate<String> INTENT = (
			said) -> said.contains("SELECT order_number, subscription_id FROM renewal_order")
					&& said.contains("'DECLINED1-20260623-1'");

	private static final Predicate<String> CHARGE = (said) -> said.startsWith(GatewayFaultTests.CHARGE);

	/** Others are in flight at the same time. */
	private static final Predicate<String> CHARGE_OF_CARD1 = CHARGE.and((said) -> said.contains("CARD1-20260623-1/1"));

	/** The claims of the night, whose VAT ids the register was asked about before. */
	private static final Predicate<String> CLAIM = (said) -> said.contains("FROM subscription WHERE")
			&& said.contains("'TRANSFER1'") && said.contains("FOR UPDATE");

	private static final String IN_FRANCE = "UPDATE partner SET country = 'FR', vat_id = 'FR11000000001' "
			+ "WHERE partner_id = 'PTRANSFER1'";

	private static final String MOVED = "UPDATE partner SET vat_id = 'FR22000000002', street = 'Rue Neuve 2' "
			+ "WHERE partner_id = 'PTRANSFER1'";

	private static final String INVOICE = """
			SELECT CONCAT_WS(' ', issue_date, tax_treatment, buyer_vat_id, buyer_address LIKE '%Rue Neuve 2%')
			  FROM document WHERE subscription_id = 'TRANSFER1'
			""";

	private static final String OUTCOME = """
			SELECT CONCAT_WS(' ', business_date, outcome, reason) FROM renewal_outcome
			 WHERE subscription_id = '%s' AND business_date >= '2026-06-23' ORDER BY 1
			""";

	@TempDir
	Path folder;

	/**
	 * Rules 3.4, 3.7: E = 2026-06-22 for both. The charge in flight is settled, though
	 * its subscription is held and switched off meanwhile; the OFF is read by the next
	 * night, and as it was asked on E it opens a support request. What was claimed and
	 * not yet sent is held.
	 */
	@Test
	void settlesTheChargeInFlightAndBeginsNoneThatIsHeld() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "held and switched off during the charges");
				Evening evening = nights.evening();
				Wire toTheDatabase = new Wire(evening.database().server().port());
				Wire toTheGateway = new Wire(evening.servers().gateway().port())) {
			once(toTheDatabase, INTENT, () -> hold(evening, "DECLINED1"));
			once(toTheGateway, CHARGE_OF_CARD1, () -> {
				hold(evening, "CARD1");
				switchOff(evening, "CARD1");
			});
			Start start = evening
				.begin(0, FaultyNights.database(evening, toTheDatabase), FaultyNights.gateway(toTheGateway))
				.end();
			assertThat(start.done()).as(start.said()).isTrue();
			assertThat(outcomes(evening, "CARD1")).containsExactly("2026-06-23 RENEWED");
			assertThat(outcomes(evening, "DECLINED1")).containsExactly("2026-06-23 HELD BY_HAND");
			assertThat(evening.outcome().books()).anyMatch((row) -> row.matches("CARD1-20260623-1/1,.*succeeded"))
				.noneMatch((row) -> row.startsWith("DECLINED1"));
			nights.compareOthers(evening, "CARD1", "DECLINED1");
			FaultyNights.nextNight(evening);
			assertSwitchedOffTooLate(evening);
			assertThat(outcomes(evening, "DECLINED1")).containsExactly("2026-06-23 HELD BY_HAND",
					"2026-06-24 HELD BY_HAND");
			nights.complete();
		}
	}

	/** The term that was renewed is OFF. */
	private static void assertSwitchedOffTooLate(Evening evening) {
		assertThat(FaultyNights.texts(evening,
				"SELECT CONCAT(result, ' ', answered_in) FROM request WHERE request_id = 'R-OFF'"))
			.containsExactly("ACCEPTED 2026-06-24");
		assertThat(FaultyNights.texts(evening,
				"SELECT CONCAT(seq, ' ', cause) FROM auto_renew_off WHERE subscription_id = 'CARD1'"))
			.containsExactly("1 REQUEST");
		assertThat(FaultyNights.texts(evening, "SELECT CONCAT(kind, ' ', state) FROM support_request"))
			.containsExactly("LATE_OFF OPEN");
	}

	/**
	 * Rules 5.5: of a VAT id that the register was not asked about nothing is known, so
	 * the claim waits for the next night, which asks.
	 */
	@Test
	void holdsAClaimWhoseVatIdWasChangedSinceTheRegisterWasAsked() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "VAT id changed before a claim");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.database().server().port())) {
			FaultyNights.execute(evening, IN_FRANCE);
			once(wire, CLAIM, () -> FaultyNights.execute(evening, MOVED));
			Start start = evening.begin(0, FaultyNights.database(evening, wire)).end();
			assertThat(start.done()).as(start.said()).isTrue();
			assertThat(FaultyNights.texts(evening, INVOICE)).isEmpty();
			nights.compareOthers(evening, "TRANSFER1");
			FaultyNights.nextNight(evening);
			assertThat(outcomes(evening, "TRANSFER1")).containsExactly("2026-06-23 HELD TAX_UNAVAILABLE",
					"2026-06-24 INVOICED");
			assertThat(FaultyNights.texts(evening, INVOICE))
				.containsExactly("2026-06-24 REVERSE_CHARGE FR22000000002 1");
			nights.complete();
		}
	}

	/**
	 * Rules 5.4, 9.3: an invoice names its buyer as of its issue. What was claimed with
	 * reverse charge for another VAT id waits for what the register says of this one.
	 */
	@Test
	void keepsBackAnInvoiceWhoseVatIdWasChangedSinceItsClaim() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "VAT id and address changed before an invoice");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().gateway().port())) {
			FaultyNights.execute(evening, IN_FRANCE);
			once(wire, CHARGE, () -> {
				FaultyNights.execute(evening, MOVED);
				FaultyNights.execute(evening, "UPDATE partner SET street = 'Elm St 9' WHERE partner_id = 'PNOTICE1'");
			});
			Start start = evening.begin(0, FaultyNights.gateway(wire)).end();
			assertThat(start.exit()).as("a person should look: " + start.said()).isEqualTo(3);
			assertThat(FaultyNights.texts(evening, "SELECT buyer_address FROM document WHERE subscription_id = 'P-R1'"))
				.singleElement()
				.asString()
				.contains("Elm St 9");
			assertThat(FaultyNights.texts(evening, INVOICE)).isEmpty();
			nights.compareOthers(evening, "TRANSFER1", "P-R1", "PNOTICE1");
			FaultyNights.nextNight(evening);
			assertThat(FaultyNights.texts(evening, INVOICE))
				.containsExactly("2026-06-24 REVERSE_CHARGE FR22000000002 1");
			nights.complete();
		}
	}

	private static List<String> outcomes(Evening evening, String subscription) {
		return FaultyNights.texts(evening, OUTCOME.formatted(subscription));
	}

	/** Changes something when the program says this for the first time. */
	private static void once(Wire wire, Predicate<String> when, Runnable change) {
		wire.with(new Strikes(List.of(new Strike(when, Fault.after(change)))));
	}

	/** Its first whole night is the next one; it holds from now on. */
	private static void hold(Evening evening, String subscription) {
		FaultyNights.execute(evening,
				"INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in) "
						+ "VALUES ('%s', 'BY_HAND', 'a call at night', '%s')".formatted(subscription,
								SmallNight.D.plusDays(1)));
	}

	private static void switchOff(Evening evening, String subscription) {
		try {
			Path inbox = evening.servers().inbox();
			Path part = Files.writeString(inbox.resolve("requests-off.csv.part"),
					"request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,"
							+ "card_expires,note\nR-OFF,2026-06-22,AUTO_RENEW_OFF,%1$s,P%1$s,,,,,,\n"
								.formatted(subscription));
			Files.move(part, inbox.resolve("requests-off.csv"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
