package dev.perennial.importing.row;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up what nobody should deliver. */
public final class GeneratedValues {

	/**
	 * What no text that is shown may hold: secrets, and what begins a line of its own.
	 */
	public static final Pattern UNFIT = Pattern
		.compile("pm_card_visa|sk_live_|4111\\D?1111\\D?1111\\D?1111|[\\p{Cc}\u2028\u2029]");

	private static final List<String> PIECES = List.of("", "2026-02-29", "2026-13-01", "99999-01-01", "0000-00-00",
			"-2026-01-01", "118.80", "1e9", "NaN", "-", ".", "0x10", "999999999999999.99", "EUR", "XXX", "DE", "de_AT",
			"und", "x-", "i-klingon", "@", "a@b", "pm_card_visa", "4111111111111111", "on", "card", "\u0000", "\n",
			"\r", "\t", "\u001B[2J", "\u202E", "\u2028", "\uFFFD", "\uFEFF", "\uD83D\uDE00", "名前", "Ж", "e\u0301", "%s",
			"%n", "${x}", "'; DROP TABLE partner; --", "<b>", "\"", "\\", ",", " ", "=1+1", "٣", "A".repeat(300),
			"\r\nBcc: evil@example.com", "\r\n\r\n<script>alert(1)</script>", "\n.\r\nMAIL FROM:<evil@example.com>",
			"x@example.com>,<evil@example.com", "\"><img src=x onerror=alert(1)>", "</td><script>", "&lt;", "&#60;",
			"[[${T(Runtime)}]]", "__${1+1}__", "{0}", "=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(A1)",
			"sk_live_51H", "4111 1111 1111 1111", "\uD800", "\u0085", "\u00A0", "\u200B", "=?utf-8?B?Qmx1cg==?=");

	private GeneratedValues() {
	}

	/** Up to three pieces in a row. */
	public static String value(Random random) {
		return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
			.limit(1 + random.nextInt(3))
			.collect(Collectors.joining());
	}

}
