package dev.perennial.model;

import java.time.LocalDate;

/** A notice with the state that it ended its night in. */
record Notice(Event event, Days days, String state, String reason, LocalDate on) {

	boolean sent() {
		return state().equals("SENT");
	}

	String id() {
		return Text.noticeId(event().subject(), event().code());
	}

	/** What a notice is about: its unique key, and whom it concerns (rules 8.1). */
	record Event(String subject, String code, String subscriptionId, String partnerId) {

		String key() {
			return subject() + "|" + code();
		}

	}

	/** The days between which it goes out, both inclusive. */
	record Days(LocalDate target, LocalDate last) {
	}

}
