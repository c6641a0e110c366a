package dev.perennial.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.perennial.importing.row.GeneratedFiles;
import dev.perennial.importing.row.GeneratedValues;
import dev.perennial.mail.MailFile;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.lease.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Text that partners may well be called, and that some program would take for more than
 * text: a night mails and files it as the text that it is.
 */
@DatabaseTest
class HostileTextTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	private static final List<String> TEXTS = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
			"</td></table><script src=//evil.example>", "&lt;b&gt;&#60;", "=HYPERLINK(\"http://evil.example\")",
			"@SUM(1+1)", "Bcc: evil@example.com", "a, evil@example.com", "a>, <evil@example.com",
			"[[${T(java.lang.Runtime)}]]", "__${1+1}__ #{x}", "{0} {1,number} '{2}'", "%s%n %d",
			"'; DROP TABLE partner; --", "a\u202Eb", "=?utf-8?B?PGI+?=", ".", "\\r\\nX-Evil: 1",
			"名前 Ж e\u0301 \uD83D\uDE00");

	private static final Set<String> HEADERS = Set.of("return-path", "received", "date", "from", "to", "message-id",
			"subject", "mime-version", "content-type", "content-language", "auto-submitted");

	/** Those of the template. */
	private static final Set<String> TAGS = Set.of("!doctype", "html", "head", "meta", "title", "body", "p", "h2",
			"table", "tr", "td", "span", "br");

	private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*([^\\s>/]*)([^>]*)>?");

	private static final Pattern NOT_TAKEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\uFFFD]");

	private final TestDatabase database;

	@TempDir
	Path folder;

	HostileTextTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void noTextBecomesAHeaderMarkupOrAnotherRecipient() throws IOException {
		for (MailFile mail : mails(TEXTS)) {
			String text = TEXTS.get(Integer.parseInt(mail.to().replaceAll("\\D", "")));
			assertThat(mail.text()).as(mail.file().toString()).contains(text.replace("\u202E", " "));
		}
	}

	@Test
	void noGeneratedTextDoesEither() throws IOException {
		assertThat(mails(generated())).isNotEmpty();
	}

	/** What an import takes: none with a line break, none that is too long. */
	private static List<String> generated() {
		return IntStream.range(0, GeneratedFiles.times(30))
			.mapToObj((number) -> GeneratedValues.value(new Random(GeneratedFiles.seed(number))))
			.filter((text) -> text.length() <= 40 && text.codePoints().anyMatch(Character::isLetterOrDigit))
			.filter((text) -> UTF_8.newEncoder().canEncode(text) && !NOT_TAKEN.matcher(text).find())
			.toList();
	}

	/** The mails of a night whose partners are called so, none of which does any harm. */
	private List<MailFile> mails(List<String> texts) throws IOException {
		try (RunningProgram program = new RunningProgram(this.database, this.folder)) {
			deliver(program, texts);
			NightResult night = program.night(D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			List<MailFile> mails = program.mailbox().messages();
			// Each has RENEWED or PAYMENT_DUE, and REQUEST_STATUS, which holds
			// WINDOW_OPEN (rules 8.2)
			assertThat(mails).hasSize(2 * texts.size());
			for (MailFile mail : mails) {
				assertHeaders(mail);
				assertMarkup(mail);
			}
			return mails;
		}
	}

	private static void assertHeaders(MailFile mail) throws IOException {
		String raw = Files.readString(mail.file(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
		List<String> headers = List.of(raw.substring(0, raw.indexOf("\n\n")).split("\n(?![ \t])"));
		List<String> names = headers.stream()
			.map((header) -> header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT))
			.toList();
		assertThat(names).as(mail.file().toString()).isSubsetOf(HEADERS);
		for (String once : List.of("from", "to", "subject", "message-id", "date")) {
			assertThat(names).as(mail.file().toString()).containsOnlyOnce(once);
		}
		assertThat(headers).anyMatch((header) -> header.matches("To: p\\d+@partner.example"));
	}

	private static void assertMarkup(MailFile mail) {
		assertThat(mail.html()).isNotEmpty();
		for (MatchResult tag : TAG.matcher(mail.html()).results().toList()) {
			assertThat(TAGS).as("%s in %s", tag.group(), mail.file()).contains(tag.group(1).toLowerCase(Locale.ROOT));
			assertThat(tag.group(2)).as("%s in %s", tag.group(), mail.file())
				.matches("( (lang|charset|style|role)=\"[^\"<]*\"| html)*");
		}
	}

	private void deliver(RunningProgram program, List<String> texts) throws IOException {
		StringBuilder partners = new StringBuilder(
				"partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city\n");
		StringBuilder subscriptions = new StringBuilder(
				"subscription_id,partner_id,offer,currency,anchor,starts_on,ends_on,"
						+ "auto_renew,payment_method,card_token,card_expires,renewal_notice_sent_on\n");
		StringBuilder requests = new StringBuilder(
				"request_id,submitted_on,type,subscription_id,partner_id,offer,currency,"
						+ "payment_method,card_token,card_expires,note\n");
		for (int i = 0; i < texts.size(); i++) {
			String text = '"' + texts.get(i).replace("\"", "\"\"") + '"';
			partners.append("P%1$d,%2$s,p%1$d@partner.example,,%2$s,%2$s,en,US,,%2$s,10001,%2$s\n".formatted(i, text));
			String term = "P%d,BRONZE,EUR,2025-06-23,2025-06-23,2026-06-22".formatted(i);
			subscriptions
				.append("ON%d,%s,on,%s,,\n".formatted(i, term, (i % 2 == 0) ? "card,pm_card_visa" : "transfer,"));
			subscriptions.append("OFF%d,%s,off,card,pm_card_visa,,\n".formatted(i, term));
			requests.append("R%1$d,2026-06-23,CANCEL,OFF%1$d,P%1$d,,,,,,%2$s\n".formatted(i, text));
		}
		Path from = Files.createDirectories(this.folder.resolve("import"));
		Files.writeString(from.resolve("partners.csv"), partners);
		Files.writeString(from.resolve("subscriptions.csv"), subscriptions);
		Files.createDirectories(this.folder.resolve("inbox"));
		Files.writeString(this.folder.resolve("inbox/requests-1.csv"), requests);
		program.bean(Lease.class).hold(null, () -> program.bean(BusinessDates.class).open(D));
		program.load(from, Set.of("BRONZE"), D);
	}

}
