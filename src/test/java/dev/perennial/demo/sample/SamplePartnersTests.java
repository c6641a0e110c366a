package dev.perennial.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SampleFolder.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The sample is what the contract lets in, is rich, and is the same whenever it is
 * written.
 */
class SamplePartnersTests {

	private static final String ID = "[A-Za-z0-9._-]{1,40}";

	private static final CatalogueTexts TEXTS = CatalogueTexts.in(Path.of("config"));

	private static final Catalogue CATALOGUE = Catalogue.read(TEXTS);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "2026-06-23", "2027-01-10", "2028-02-29", "2028-03-01", "2025-12-31" })
	void holdsSubscriptionsThatAnImportTakes(LocalDate day) throws IOException {
		SampleFolder sample = write(day);
		Map<String, Row> partners = byId(sample.rows("partners.csv"), "partner_id");
		Set<String> ids = new HashSet<>();
		for (Row row : sample.rows("subscriptions.csv")) {
			String id = row.get("subscription_id");
			assertThat(id).matches(ID).doesNotStartWith("P-");
			assertThat(ids.add(id)).as(id + " once").isTrue();
			assertThat(partners).containsKey(row.get("partner_id"));
			assertThat(CATALOGUE.offer(row.get("offer"))).as(id).isPresent();
			Currency.getInstance(row.get("currency"));
			assertThat(row.get("auto_renew")).as(id).isIn("on", "off");
			isPaidFor(row);
			isATermOfItsAnchorOn(day, row);
		}
	}

	private static void isPaidFor(Row row) {
		String id = row.get("subscription_id");
		if (row.get("payment_method").equals("card")) {
			assertThat(row.get("card_token")).as(id).startsWith("pm_");
			YearMonth.parse(row.get("card_expires"));
		}
		else {
			assertThat(row.get("payment_method")).as(id).isEqualTo("transfer");
			assertThat(row.get("card_token") + row.get("card_expires")).as(id).isEmpty();
		}
	}

	/**
	 * Rules 1.3, 2.5: computed from the anchor; the notice between the first day and the
	 * import.
	 */
	private static void isATermOfItsAnchorOn(LocalDate day, Row row) {
		LocalDate anchor = LocalDate.parse(row.get("anchor"));
		LocalDate startsOn = LocalDate.parse(row.get("starts_on"));
		int n = startsOn.getYear() - anchor.getYear();
		assertThat(n).as(row.toString()).isNotNegative();
		assertThat(startsOn).as(row.toString()).isEqualTo(anchor.plusYears(n)).isBeforeOrEqualTo(day);
		assertThat(row.get("ends_on")).as(row.toString()).isEqualTo(anchor.plusYears(n + 1L).minusDays(1).toString());
		if (!row.get("renewal_notice_sent_on").isEmpty()) {
			assertThat(LocalDate.parse(row.get("renewal_notice_sent_on"))).as(row.toString())
				.isBetween(startsOn, day.minusDays(1));
		}
	}

	@Test
	void holdsPartnersAndChecksThatAnImportTakes() throws IOException {
		SampleFolder sample = write(SamplePartners.DEMO_DATE);
		Set<String> ids = new HashSet<>();
		for (Row row : sample.rows("partners.csv")) {
			assertThat(row.get("partner_id")).matches(ID);
			assertThat(ids.add(row.get("partner_id"))).as(row.get("partner_id") + " once").isTrue();
			assertThat(row.get("legal_name")).isNotBlank().hasSizeLessThan(200);
			assertThat(row.get("country")).isIn((Object[]) Locale.getISOCountries());
			assertThat(row.get("vat_id")).hasSizeLessThanOrEqualTo(20);
			assertThat(row.get("email")).matches("|[a-z]+@[a-z0-9.-]+\\.example");
		}
		assertThat(sample.rowsOfAll("later/.*/partners.csv")).isNotEmpty()
			.allSatisfy((row) -> assertThat(ids).contains(row.get("partner_id")));
		for (String file : sample.files()) {
			if (file.endsWith("qualifications.csv")) {
				LocalDate import_ = file.startsWith("later") ? LocalDate.parse(file.split("/")[1])
						: SamplePartners.DEMO_DATE;
				assertThat(sample.rows(file)).allSatisfy((row) -> {
					assertThat(ids).contains(row.get("partner_id"));
					assertThat(LocalDate.parse(row.get("checked_on"))).isBeforeOrEqualTo(import_);
					assertThat(row.get("passed")).isIn("yes", "no");
				});
			}
		}
	}

	@Test
	void holdsRequestsThatTheInboxTakes() throws IOException {
		SampleFolder sample = write(SamplePartners.DEMO_DATE);
		for (String file : sample.files()) {
			if (file.startsWith("inbox/requests-")) {
				LocalDate delivered = LocalDate.parse(file.substring("inbox/requests-".length(), file.length() - 4));
				assertThat(delivered).isAfterOrEqualTo(SamplePartners.DEMO_DATE);
				for (Row row : sample.rows(file)) {
					assertThat(row.get("request_id")).matches(ID);
					LocalDate.parse(row.get("submitted_on"));
					assertThat(row.get("type")).isIn("PURCHASE", "RENEW", "AUTO_RENEW_OFF", "CANCEL", "PAYMENT_METHOD",
							"PROOF_OF_PAYMENT");
					assertThat(row.get("type").equals("PURCHASE")).isEqualTo(row.get("subscription_id").isEmpty());
					assertThat(row.get("payment_method").equals("card")).isEqualTo(!row.get("card_token").isEmpty());
				}
			}
		}
	}

	@Test
	void hasNoLineBreakOrControlCharacterInAValue() throws IOException {
		for (String file : write(SamplePartners.DEMO_DATE).files()) {
			if (file.endsWith(".csv")) {
				assertThat(Files.readString(this.folder.resolve(file))).as(file)
					.doesNotContainPattern("[\\p{Cc}&&[^\n]]")
					.endsWith("\n");
			}
		}
	}

	@Test
	void isRich() throws IOException {
		SampleFolder sample = write(SamplePartners.DEMO_DATE);
		List<Row> subscriptions = sample.rows("subscriptions.csv");
		List<Row> partners = sample.rows("partners.csv");
		assertThat(subscriptions).hasSizeGreaterThanOrEqualTo(320);
		assertThat(values(subscriptions, "card_token")).contains("pm_card_visa",
				"pm_card_visa_chargeDeclinedInsufficientFunds", "pm_card_visa_chargeDeclinedExpiredCard",
				"pm_card_visa_chargeDeclinedLostCard", "pm_sim_soft_then_ok_2", "pm_sim_timeout_charged",
				"pm_sim_timeout_charged_late", "pm_sim_timeout_not_charged", "pm_sim_500_then_ok", "pm_sim_429_then_ok",
				"pm_of_another_world");
		assertThat(values(subscriptions, "currency")).containsExactlyInAnyOrder("EUR", "USD", "JPY", "KWD");
		assertThat(values(subscriptions, "offer")).containsExactlyInAnyOrderElementsOf(CATALOGUE.offerCodes());
		assertThat(values(subscriptions, "anchor")).anyMatch((anchor) -> anchor.endsWith("-02-29"));
		assertThat(values(partners, "country")).hasSizeGreaterThan(12);
		assertThat(String.join("", values(partners, "legal_name"))).containsPattern("\\p{IsCyrillic}")
			.containsPattern("[äöüß]")
			.containsPattern("\\p{IsKatakana}")
			.containsPattern("\\p{IsArabic}");
		assertThat(values(partners, "locale")).contains("", "en", "ru", "de", "ja");
	}

	@Test
	void givesEveryWeekOfFourteenMonthsSomethingToEnd() throws IOException {
		List<LocalDate> ends = write(SamplePartners.DEMO_DATE).rows("subscriptions.csv")
			.stream()
			.map((row) -> LocalDate.parse(row.get("ends_on")))
			.sorted()
			.toList();
		for (int index = 1; index < ends.size(); index++) {
			assertThat(ends.get(index)).isBeforeOrEqualTo(ends.get(index - 1).plusDays(3));
		}
		assertThat(ends.get(0)).isEqualTo("2026-05-14");
		assertThat(ends.get(ends.size() - 1)).isAfter("2027-06-15");
	}

	@Test
	void changesPricesInACatalogueThatCanBeRead() throws IOException {
		SampleFolder sample = write(SamplePartners.DEMO_DATE);
		assertThat(sample.files()).filteredOn((file) -> file.matches("later/.*/catalog/offers.yaml"))
			.hasSizeGreaterThan(3);
		Catalogue thirty = Catalogue.read(CatalogueTexts.in(this.folder.resolve("later/2026-07-23/catalog")));
		Currency eur = Currency.getInstance("EUR");
		assertThat(thirty.prices().netOn("ACTION_PACK", eur, LocalDate.of(2026, 7, 23)).digits()).isEqualTo("425.00");
		assertThat(thirty.prices().netOn("ACTION_PACK", eur, LocalDate.of(2026, 8, 23)).digits()).isEqualTo("455.00");
		assertThat(thirty.tax().rates().rateOn("MT", LocalDate.of(2026, 6, 23))).isPresent();
		for (String file : sample.files()) {
			if (file.endsWith("catalog/tax.yaml")) {
				Catalogue.read(CatalogueTexts.in(this.folder.resolve(file).resolveSibling(".")));
			}
		}
	}

	@Test
	void isTheSameWheneverItIsWritten(@TempDir Path other) throws IOException {
		SampleFolder once = write(SamplePartners.DEMO_DATE);
		SamplePartners again = new SamplePartners(SamplePartners.DEMO_DATE);
		again.writeTo(other, again.size(), TEXTS);
		assertThat(new SampleFolder(other).files()).isEqualTo(once.files());
		for (String file : once.files()) {
			assertThat(other.resolve(file)).hasSameBinaryContentAs(this.folder.resolve(file));
		}
	}

	@Test
	void growsByRepeatingTheMix() throws IOException {
		SamplePartners partners = new SamplePartners(SamplePartners.DEMO_DATE);
		int size = partners.size();
		partners.writeTo(this.folder, 2 * size + 1, TEXTS);
		List<Row> rows = new SampleFolder(this.folder).rows("subscriptions.csv");
		assertThat(rows).hasSize(2 * size + 1);
		assertThat(values(rows, "subscription_id")).hasSize(2 * size + 1)
			.contains("SUB-CARD-OK", "SUB-CARD-OK-R1", "SUB-CARD-OK-R2")
			.allMatch((id) -> id.matches(ID));
		assertThat(rows.get(size).get("ends_on")).isEqualTo(rows.get(0).get("ends_on"));
		assertThatIllegalArgumentException().isThrownBy(() -> partners.writeTo(this.folder, size - 1, TEXTS))
			.withMessageContaining("expected %d or more".formatted(size));
	}

	private SampleFolder write(LocalDate day) throws IOException {
		SamplePartners partners = new SamplePartners(day);
		partners.writeTo(this.folder, partners.size(), TEXTS);
		return new SampleFolder(this.folder);
	}

	private static Set<String> values(List<Row> rows, String column) {
		return rows.stream().map((row) -> row.get(column)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Row> byId(List<Row> rows, String column) {
		return rows.stream().collect(Collectors.toMap((row) -> row.get(column), Function.identity()));
	}

}
