package dev.perennial.model;

import java.time.LocalDate;

/** How a request was answered; WAITS and PARKED are no answers yet. */
record Answer(String result, String reason, String date) {

	static Answer accepted() {
		return new Answer("ACCEPTED", "", "");
	}

	static Answer refused(String reason) {
		return new Answer("REFUSED", reason, "");
	}

	/** Rules 4.2: with the first day possible. */
	static Answer tooEarly(LocalDate first) {
		return new Answer("REFUSED", "TOO_EARLY", first.toString());
	}

	/** A hold stops the claim; the request keeps its day. */
	static Answer waits(String reason) {
		return new Answer("WAITS", reason, "");
	}

	static Answer parked(String reason) {
		return new Answer("PARKED", reason, "");
	}

}
