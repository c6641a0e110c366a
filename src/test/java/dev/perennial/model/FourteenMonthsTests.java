package dev.perennial.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** In fourteen months with a 29 February everything happens that the contract names. */
@Tag("verify")
class FourteenMonthsTests {

	private static final LocalDate FIRST = LocalDate.of(2027, 12, 15);

	private static final LocalDate LAST = LocalDate.of(2029, 2, 15);

	@TempDir
	static Path folder;

	private static final Happenings HAPPENINGS = new Happenings(FIRST);

	private static Books books = new Books();

	@BeforeAll
	static void simulate() throws IOException {
		SamplePartners partners = new SamplePartners(FIRST);
		partners.writeTo(folder.resolve("sample"), partners.size(), CatalogueTexts.in(Path.of("config")));
		Simulation simulation = new Simulation(folder.resolve("sample"), FIRST, folder.resolve("nights"));
		simulation
			.readBy((night, files) -> HAPPENINGS.read(night.date, files, Dump.states(night.books, night.catalogue)))
			.runUntil(LAST);
		books = simulation.books;
	}

	@Test
	void everyOutcomeOfARenewalHappens() {
		assertThat(HAPPENINGS.all()).contains("r:RENEWED", "r:INVOICED", "r:DECLINED_SOFT", "r:DECLINED_HARD",
				"r:UNKNOWN", "r:NOT_CHARGED", "r:EXPIRED", "r:PARKED", "r:CANCELLED/REPLACED",
				"r:CANCELLED/AUTO_RENEW_OFF", "r:CANCELLED/PAYMENT_METHOD", "r:CANCELLED/REFUND",
				"r:HELD/CANCEL_REQUEST_OPEN", "r:HELD/BY_HAND", "r:HELD/NO_NOTICE", "r:HELD/NOTICE_TOO_RECENT",
				"r:HELD/QUALIFICATION_MISSING", "r:HELD/TRANSFER_CONTACT_MISSING", "r:HELD/TAX_UNAVAILABLE", "w:OPENED",
				"w:LAPSED");
	}

	@Test
	void everyAnswerToARequestIsGiven() {
		assertThat(HAPPENINGS.all()).contains("q:ACCEPTED", "q:DUPLICATE", "q:REFUSED/UNKNOWN_SUBSCRIPTION",
				"q:REFUSED/UNKNOWN_PARTNER", "q:REFUSED/WRONG_PARTNER", "q:REFUSED/UNKNOWN_OFFER",
				"q:REFUSED/METHOD_MISSING", "q:REFUSED/NOT_ACTIVE", "q:REFUSED/WINDOW_CLOSED", "q:REFUSED/TOO_EARLY",
				"q:REFUSED/CANCEL_REQUEST_OPEN", "q:REFUSED/AUTO_RENEW_OFF", "q:REFUSED/OFFER_CHANGE",
				"q:REFUSED/TRANSFER_CONTACT_MISSING", "b:PAID", "b:PARTLY_PAID", "b:OVERPAID", "b:UNMATCHED",
				"b:DUPLICATE");
	}

	@Test
	void everyNoticeGoesOutAndSomeCannot() {
		List<String> codes = Stream
			.concat(TermNotices.TABLE.stream().map(TermNotices.Slot::code), Stream.of("RENEWED", "PAYMENT_DUE",
					"PAYMENT_FAILED", "LAPSED", "ORDER_EXPIRED", "AUTO_RENEW_OFF", "REQUEST_STATUS"))
			.map((code) -> "n:" + code)
			.toList();
		assertThat(HAPPENINGS.all()).containsAll(codes)
			.contains("n:RENEWAL_NOTICE=FAILED_PERM/NO_CONTACT", "n:RENEWAL_NOTICE=MISSED/IMPORTED_LATE",
					"n:EXPIRY_NOTICE=MISSED/IMPORTED_LATE", "n:RENEWAL_NOTICE=MISSED/CANCEL_REQUEST_OPEN",
					"n:RENEWAL_NOTICE=MISSED/PRICE_MISSING", "n:RENEWAL_NOTICE=MISSED/TAX_UNAVAILABLE",
					"n:WINDOW_LAST=MISSED/CANCEL_REQUEST_OPEN");
	}

	@Test
	void everyTokenIsChargedOfEveryOrigin() {
		Set<String> tokens = orders().filter((order) -> !order.attempts.isEmpty())
			.map((order) -> order.means.token())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(tokens).contains("pm_card_visa", "pm_card_visa_chargeDeclinedInsufficientFunds",
				"pm_card_visa_chargeDeclinedExpiredCard", "pm_card_visa_chargeDeclinedLostCard",
				"pm_sim_soft_then_ok_1", "pm_sim_soft_then_ok_2", "pm_sim_soft_then_ok_3", "pm_sim_timeout_charged",
				"pm_sim_timeout_charged_late", "pm_sim_timeout_not_charged", "pm_sim_500_then_ok",
				"pm_sim_429_then_ok");
		assertThat(orders().map((order) -> order.origin + " " + order.means.method() + " " + order.state)).contains(
				"AUTO card PAID", "AUTO transfer PAID", "MANUAL card PAID", "MANUAL transfer PAID",
				"PURCHASE card PAID", "PURCHASE transfer PAID", "AUTO card EXPIRED", "AUTO transfer EXPIRED",
				"MANUAL card EXPIRED", "PURCHASE card EXPIRED", "PURCHASE transfer EXPIRED", "AUTO card REFUNDED");
	}

	@Test
	void everyCurrencyAndTaxTreatmentIsInvoiced() {
		Set<String> documents = orders().filter((order) -> order.invoice.isPresent())
			.map((order) -> order.cost.tax().treatment() + " " + order.cost.currency())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(documents).contains("DOMESTIC EUR", "REVERSE_CHARGE EUR", "EU_BUYER_RATE EUR", "OUT_OF_SCOPE USD",
				"OUT_OF_SCOPE JPY", "OUT_OF_SCOPE KWD");
	}

	@Test
	void everySubscriptionEndsInAStateOfTheRules() {
		assertThat(books.subscriptions.values()).extracting((subscription) -> subscription.state)
			.contains(Subscription.State.values());
		assertThat(books.subscriptions.values()).anyMatch((subscription) -> !subscription.terms.isEmpty()
				&& subscription.current().span.starts().equals(LocalDate.of(2028, 2, 29)));
	}

	private static Stream<Order> orders() {
		return books.subscriptions.values().stream().flatMap((subscription) -> subscription.orders.stream());
	}

}
