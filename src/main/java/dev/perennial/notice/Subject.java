package dev.perennial.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What a notice is about; with its code the key under which it exists once (rules 11.8).
 *
 * @param text for example {@code TERM:SUB-1-20250623}
 */
public record Subject(String text) {

	public static Subject ofTerm(String subscriptionId, LocalDate firstDay) {
		return new Subject("TERM:" + subscriptionId + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(firstDay));
	}

	public static Subject ofOrder(String orderNumber) {
		return new Subject("ORDER:" + orderNumber);
	}

	public static Subject ofAttempt(String merchantReference) {
		return new Subject("ATTEMPT:" + merchantReference);
	}

	public static Subject ofBankEntry(String entryId) {
		return new Subject("BANK:" + entryId);
	}

	public static Subject ofRequest(String requestId, String state) {
		return new Subject("REQUEST:" + requestId + "/" + state);
	}

}
