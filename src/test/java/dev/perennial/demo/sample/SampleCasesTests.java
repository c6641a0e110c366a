package dev.perennial.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.model.NamedCases;
import dev.perennial.model.NamedCases.Case;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeState;
import dev.perennial.order.Outcome.What;
import dev.perennial.renewal.Answer.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table written by hand says of every named subscription what happens, and leaves out
 * no rule.
 */
class SampleCasesTests {

	/** How many rules each chapter has, from chapter 1 to chapter 11. */
	private static final List<Integer> CHAPTERS = List.of(7, 7, 8, 6, 6, 5, 4, 6, 6, 2, 9);

	private static final Set<String> RULES = IntStream.rangeClosed(1, CHAPTERS.size())
		.boxed()
		.flatMap((chapter) -> IntStream.rangeClosed(1, CHAPTERS.get(chapter - 1))
			.mapToObj((rule) -> chapter + "." + rule))
		.collect(Collectors.toCollection(TreeSet::new));

	private static final Pattern HAPPENS = Pattern
		.compile("~?(\\d+(\\.\\.\\d+)?|E[+-]\\d+) [rwnqbis]:([A-Z_0-9]+)([=/][A-Z_0-9/]+([0-9.+]+|on|off)?)?");

	@TempDir
	private Path folder;

	private final List<Case> cases = NamedCases.all();

	private SampleFolder sample = new SampleFolder(Path.of("."));

	@BeforeEach
	void read() throws IOException {
		SamplePartners partners = new SamplePartners(SamplePartners.DEMO_DATE);
		partners.writeTo(this.folder, partners.size(), CatalogueTexts.in(Path.of("config")));
		this.sample = new SampleFolder(this.folder);
	}

	@Test
	void namesEverySubscriptionThatIsNotAnEverydayOne() {
		Set<String> named = this.sample.rows("subscriptions.csv")
			.stream()
			.map((row) -> row.get("subscription_id"))
			.filter((id) -> !id.matches("SUB-\\d+|.*\\.\\d+"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(keys("SUB-")).isEqualTo(named).hasSizeGreaterThan(100);
	}

	@Test
	void namesRequestsAndBankLinesThatAreThere() {
		Set<String> requests = this.sample.rowsOfAll("inbox/requests-.*")
			.stream()
			.map((row) -> row.get("request_id"))
			.collect(Collectors.toSet());
		assertThat(requests).containsAll(keys("REQ-"));
		assertThat(keys("P-")).isNotEmpty().allSatisfy((id) -> assertThat(requests).contains(id.substring(2)));
		assertThat(this.sample.rowsOfAll("inbox/bank-.*")).extracting((row) -> row.get("entry_id"))
			.containsAll(keys("BANK-"));
	}

	@Test
	void isWrittenInItsOwnLanguage() {
		assertThat(this.cases).allSatisfy((line) -> {
			assertThat(line.rules()).as(line.key()).allMatch((rule) -> rule.matches("\\d+\\.\\d+"));
			assertThat(line.happens()).as(line.key()).allMatch((event) -> HAPPENS.matcher(event).matches());
		});
	}

	@Test
	void showsEveryRuleOrNamesTheTestThatDoes() {
		Set<String> shown = rules(this.cases);
		Set<String> elsewhere = rules(NamedCases.elsewhere());
		assertThat(shown).as("needs no test of its own").doesNotContainAnyElementsOf(elsewhere);
		Set<String> rules = new TreeSet<>(shown);
		rules.addAll(elsewhere);
		assertThat(rules).isEqualTo(RULES);
	}

	@Test
	void namesTestsThatAreThereAndSayWhatTheyShow() throws IOException {
		for (Case one : NamedCases.elsewhere()) {
			String source = Files.readString(test(one.key()));
			assertThat(one.rules()).as(one.key()).allMatch((rule) -> source.contains(" " + rule));
			assertThat(one.happens()).as(one.key())
				.allMatch(
						(happens) -> source.contains(happens.split("/")[0]) && source.contains(happens.split("/")[1]));
		}
	}

	@Test
	void showsEveryNoticeCode() {
		assertThat(happening("n")).containsAll(names(NoticeCode.values()));
	}

	/** Of the contract's "Files out". */
	@Test
	void showsEveryOutcomeOfARenewal() {
		assertThat(happening("r")).extracting((event) -> event.split("/")[0]).containsAll(names(What.values()));
		assertThat(happening("r")).contains("CANCELLED/REPLACED", "CANCELLED/AUTO_RENEW_OFF",
				"CANCELLED/PAYMENT_METHOD", "CANCELLED/REFUND", "HELD/CANCEL_REQUEST_OPEN", "HELD/BY_HAND",
				"HELD/NO_NOTICE", "HELD/NOTICE_TOO_RECENT", "HELD/QUALIFICATION_MISSING",
				"HELD/TRANSFER_CONTACT_MISSING", "HELD/TAX_UNAVAILABLE");
		assertThat(happening("w")).contains("OPENED", "LAPSED");
	}

	@Test
	void showsEveryAnswerToARequestAndABankLine() {
		assertThat(happening("q")).contains("ACCEPTED", "DUPLICATE")
			.containsAll(names(Refusal.values()).stream().map("REFUSED/"::concat).toList());
		assertThat(happening("b")).contains("PAID", "PARTLY_PAID", "OVERPAID", "UNMATCHED", "DUPLICATE");
	}

	/** Rules 8.3; PLANNED and SENDING are in no file. */
	@Test
	void showsEveryWayInWhichANoticeEnds() {
		Set<String> ends = happening("n").stream()
			.filter((event) -> event.contains("="))
			.map((event) -> event.substring(event.indexOf('=') + 1))
			.collect(Collectors.toCollection(TreeSet::new));
		NamedCases.elsewhere()
			.forEach((one) -> one.happens().stream().filter((end) -> !end.startsWith("PARKED/")).forEach(ends::add));
		assertThat(ends).containsExactlyInAnyOrder("MISSED/IMPORTED_LATE", "MISSED/CANCEL_REQUEST_OPEN",
				"MISSED/PRICE_MISSING", "MISSED/TAX_UNAVAILABLE", "MISSED/NIGHT_LATE", "MISSED/REFUSED_TEMP",
				"FAILED_TEMP/REFUSED_TEMP", "FAILED_PERM/NO_CONTACT", "FAILED_PERM/REFUSED_PERM", "AMBIGUOUS/DOUBTFUL",
				"SUPPRESSED/NO_LONGER_TRUE");
		assertThat(ends).extracting((end) -> end.split("/")[0])
			.containsAll(names(NoticeState.values()).stream()
				.filter((state) -> !Set.of("PLANNED", "SENDING", "SENT").contains(state))
				.toList());
	}

	/** Of the contract's "Card gateway"; any other is a hard decline. */
	@Test
	void paysWithEveryToken() {
		Set<String> tokens = Stream
			.concat(this.sample.rows("subscriptions.csv").stream(), this.sample.rowsOfAll("inbox/requests-.*").stream())
			.map((row) -> row.get("card_token"))
			.collect(Collectors.toSet());
		assertThat(tokens).contains("pm_card_visa", "pm_card_visa_chargeDeclinedInsufficientFunds",
				"pm_card_visa_chargeDeclinedExpiredCard", "pm_card_visa_chargeDeclinedLostCard",
				"pm_sim_soft_then_ok_1", "pm_sim_timeout_charged", "pm_sim_timeout_charged_late",
				"pm_sim_timeout_not_charged", "pm_sim_500_then_ok", "pm_sim_429_then_ok", "pm_of_another_world");
	}

	private static Path test(String name) throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
			return sources.filter((path) -> path.endsWith(name + ".java"))
				.findFirst()
				.orElseThrow(() -> new AssertionError("there is no " + name));
		}
	}

	private static List<String> names(Enum<?>... values) {
		return Arrays.stream(values).map(Enum::name).toList();
	}

	private Set<String> keys(String prefix) {
		return this.cases.stream()
			.map(Case::key)
			.filter((key) -> key.startsWith(prefix))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> rules(List<Case> cases) {
		return cases.stream().flatMap((line) -> line.rules().stream()).collect(Collectors.toSet());
	}

	private Set<String> happening(String file) {
		return this.cases.stream().flatMap((line) -> line.of(file)).collect(Collectors.toSet());
	}

}
