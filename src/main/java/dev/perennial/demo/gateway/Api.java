package dev.perennial.demo.gateway;

import org.jspecify.annotations.Nullable;

/**
 * The calls the gateway understands, one after the other: they take microseconds, delays
 * and silences are not among them.
 */
final class Api {

	private static final String INTENTS = "/v1/payment_intents";

	private final String apiKey;

	private final Calls calls;

	private final Reading reading;

	Api(String apiKey, Ledger ledger) {
		this.apiKey = apiKey;
		this.calls = new Calls(ledger);
		this.reading = new Reading(ledger);
	}

	synchronized Answer answer(Request request) {
		if (request.is("GET", "/books.csv")) {
			return this.reading.books();
		}
		if (!("Bearer " + this.apiKey).equals(request.authorization())) {
			return Documents.error(401, "invalid_request_error", "api_key_invalid", null, "Invalid API key provided.");
		}
		try {
			Answer answer = "POST".equals(request.method()) ? change(request) : read(request);
			return (answer != null) ? answer
					: Documents.error(404, "invalid_request_error", null, null, "Unrecognized request URL.");
		}
		catch (CallRefused ex) {
			return Documents.error(400, "invalid_request_error", ex.code(), ex.parameter(), ex.saying());
		}
	}

	private @Nullable Answer change(Request request) {
		return switch (request.path()) {
			case INTENTS -> this.calls.charge(request.key(), request.parameters());
			case "/v1/refunds" -> this.calls.refund(request.key(), request.parameters());
			default -> null;
		};
	}

	private @Nullable Answer read(Request request) {
		return switch (request.path()) {
			case INTENTS -> this.reading.list(request.parameters());
			case INTENTS + "/search" -> this.reading.search(request.parameters());
			case "/v1/refunds" -> this.reading.refunds(request.parameters());
			default -> request.path().startsWith(INTENTS + "/")
					? this.reading.intent(request.path().substring(INTENTS.length() + 1)) : null;
		};
	}

	/**
	 * A call as it came.
	 *
	 * @param method HTTP method
	 * @param path without the query
	 * @param authorization the header, empty if there was none
	 * @param key the idempotency key, empty if there was none
	 * @param parameters of the query or the body
	 */
	record Request(String method, String path, String authorization, String key, Parameters parameters) {

		boolean is(String method, String path) {
			return this.method.equals(method) && this.path.equals(path);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
