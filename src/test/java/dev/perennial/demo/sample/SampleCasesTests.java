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

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.notice.NoticeCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table written by hand says of every named subscription what happens, and leaves out
 * no rule.
 */
class SampleCasesTests {

	private static final Path TABLE = Path.of("src/test/resources/dev/perennial/demo/sample/sample-cases.txt");

	private static final Pattern HAPPENS = Pattern
		.compile("~?(\\d+(\\.\\.\\d+)?|E[+-]\\d+) [rwnqb]:([A-Z_0-9]+)([=/][A-Z_0-9/]+)?");

	@TempDir
	private Path folder;

	private List<String[]> cases = List.of();

	private SampleFolder sample = new SampleFolder(Path.of("."));

	@BeforeEach
	void read() throws IOException {
		this.cases = Files.readAllLines(TABLE)
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.split(" \\| "))
			.toList();
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
			assertThat(line).hasSize(3);
			assertThat(line[1]).matches("\\d+\\.\\d+( \\d+\\.\\d+)*");
			assertThat(line[2].split("; ")).as(line[0]).allMatch((event) -> HAPPENS.matcher(event).matches());
		});
	}

	@Test
	void showsEveryRuleAboutSubscriptionsMoneyAndMail() {
		assertThat(rules()).contains("1.3", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1", "3.2",
				"3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "5.1", "5.2", "5.3",
				"5.4", "5.5", "5.6", "6.1", "6.2", "6.3", "6.4", "6.5", "7.1", "7.2", "7.3", "7.4", "8.1", "8.2", "8.3",
				"8.5", "8.6", "9.1", "9.2", "9.4", "10.1", "10.2", "11.3", "11.6", "11.8");
	}

	@Test
	void showsEveryNoticeCode() {
		assertThat(happening("n")).containsAll(Arrays.stream(NoticeCode.values()).map(Enum::name).toList());
	}

	@Test
	void showsEveryOutcomeAndEveryReasonOfTheFilesOut() {
		assertThat(happening("r")).contains("RENEWED", "INVOICED", "DECLINED_SOFT", "DECLINED_HARD", "UNKNOWN",
				"NOT_CHARGED", "EXPIRED", "PARKED", "CANCELLED/REPLACED", "CANCELLED/AUTO_RENEW_OFF",
				"CANCELLED/PAYMENT_METHOD", "CANCELLED/REFUND", "HELD/CANCEL_REQUEST_OPEN", "HELD/BY_HAND",
				"HELD/NO_NOTICE", "HELD/NOTICE_TOO_RECENT", "HELD/QUALIFICATION_MISSING",
				"HELD/TRANSFER_CONTACT_MISSING", "HELD/TAX_UNAVAILABLE");
		assertThat(happening("w")).contains("OPENED", "LAPSED");
		assertThat(happening("q")).contains("ACCEPTED", "DUPLICATE", "REFUSED/UNKNOWN_SUBSCRIPTION",
				"REFUSED/UNKNOWN_PARTNER", "REFUSED/WRONG_PARTNER", "REFUSED/UNKNOWN_OFFER", "REFUSED/METHOD_MISSING",
				"REFUSED/NOT_ACTIVE", "REFUSED/WINDOW_CLOSED", "REFUSED/TOO_EARLY", "REFUSED/CANCEL_REQUEST_OPEN",
				"REFUSED/AUTO_RENEW_OFF", "REFUSED/OFFER_CHANGE", "REFUSED/TRANSFER_CONTACT_MISSING");
		assertThat(happening("b")).contains("PAID", "PARTLY_PAID", "OVERPAID", "UNMATCHED", "DUPLICATE");
		assertThat(happening("n")).contains("RENEWAL_NOTICE=MISSED/IMPORTED_LATE",
				"RENEWAL_NOTICE=FAILED_PERM/NO_CONTACT", "WINDOW_LAST=MISSED/CANCEL_REQUEST_OPEN");
	}

	private Set<String> keys(String prefix) {
		return this.cases.stream()
			.map((line) -> line[0])
			.filter((key) -> key.startsWith(prefix))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Set<String> rules() {
		return this.cases.stream().flatMap((line) -> Arrays.stream(line[1].split(" "))).collect(Collectors.toSet());
	}

	private Set<String> happening(String file) {
		return this.cases.stream()
			.flatMap((line) -> Arrays.stream(line[2].split("; ")))
			.filter((event) -> event.contains(" " + file + ":"))
			.map((event) -> event.substring(event.indexOf(':') + 1))
			.collect(Collectors.toSet());
	}

}
