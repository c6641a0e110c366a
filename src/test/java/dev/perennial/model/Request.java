package dev.perennial.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/** A row of a requests file. */
record Request(String file, int line, Map<String, String> row) {

	/** Rules 11.1. */
	static final Comparator<Request> ORDER = Comparator.comparing(Request::submittedOn)
		.thenComparing(Request::file)
		.thenComparing(Request::line);

	String text(String column) {
		return row().getOrDefault(column, "");
	}

	String id() {
		return text("request_id");
	}

	String type() {
		return text("type");
	}

	LocalDate submittedOn() {
		return LocalDate.parse(text("submitted_on"));
	}

	/** What the request gives, and what is stored where it gives nothing. */
	Means means(Means stored) {
		String method = text("payment_method").isEmpty() ? stored.method() : text("payment_method");
		if (text("card_token").isEmpty()) {
			return new Means(method, stored.token(), stored.expires());
		}
		return new Means(method, text("card_token"), text("card_expires"));
	}

}
