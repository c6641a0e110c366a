package dev.perennial.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Texts that go outside (rules 11.8). */
final class Text {

	private Text() {
	}

	static String compact(LocalDate day) {
		return day.format(DateTimeFormatter.BASIC_ISO_DATE); // 11.8: yyyymmdd
	}

	static String noticeId(String subject, String code) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((subject + "|" + code + "|PARTNER").getBytes(StandardCharsets.UTF_8)); // 11.8
			return HexFormat.of().formatHex(hash).substring(0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String subject(Subscription subscription, Term term) {
		return "TERM:" + subscription.id + "-" + compact(term.span.starts()); // 11.8
	}

}
