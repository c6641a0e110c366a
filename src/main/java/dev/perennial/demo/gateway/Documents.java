package dev.perennial.demo.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's JSON documents, as far as Perennial reads them. */
final class Documents {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Documents() {
	}

	static Answer intent(Intent intent) {
		return json(200, document(intent));
	}

	static Answer declined(Intent intent) {
		Map<String, @Nullable Object> error = lastError(intent);
		error.put("payment_intent", document(intent));
		return json(402, entry("error", error));
	}

	static Answer refund(Refund refund) {
		return json(200, document(refund));
	}

	static Answer intents(List<Intent> intents, boolean more) {
		return list("list", "/v1/payment_intents", intents.stream().map(Documents::document).toList(), more);
	}

	static Answer searched(List<Intent> intents) {
		return list("search_result", "/v1/payment_intents/search", intents.stream().map(Documents::document).toList(),
				false);
	}

	static Answer refunds(List<Refund> refunds) {
		return list("list", "/v1/refunds", refunds.stream().map(Documents::document).toList(), false);
	}

	static Answer error(int status, String type, @Nullable String code, @Nullable String parameter, String message) {
		Map<String, @Nullable Object> error = new LinkedHashMap<>();
		error.put("type", type);
		error.put("code", code);
		error.put("param", parameter);
		error.put("message", message);
		return json(status, entry("error", error));
	}

	private static Answer list(String object, String url, List<?> data, boolean more) {
		Map<String, @Nullable Object> list = new LinkedHashMap<>();
		list.put("object", object);
		list.put("url", url);
		list.put("has_more", more);
		list.put("data", data);
		return json(200, list);
	}

	private static Map<String, @Nullable Object> document(Intent intent) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("id", intent.id());
		document.put("object", "payment_intent");
		document.put("amount", intent.amount());
		document.put("amount_received", intent.ending().isCharged() ? intent.amount() : 0);
		document.put("created", intent.at().getEpochSecond());
		document.put("currency", intent.currency().toLowerCase(Locale.ROOT));
		document.put("description", intent.description());
		document.put("last_payment_error", intent.ending().isDeclined() ? lastError(intent) : null);
		document.put("livemode", false);
		document.put("metadata", intent.metadata());
		document.put("status", intent.ending().isCharged() ? "succeeded" : "requires_payment_method");
		return document;
	}

	private static Map<String, @Nullable Object> lastError(Intent intent) {
		Map<String, @Nullable Object> error = new LinkedHashMap<>();
		error.put("type", "card_error");
		error.put("code", intent.ending().code());
		error.put("decline_code", intent.ending().declineCode());
		error.put("message", "Your card was declined.");
		return error;
	}

	private static Map<String, @Nullable Object> document(Refund refund) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("id", refund.id());
		document.put("object", "refund");
		document.put("amount", refund.amount());
		document.put("created", refund.at().getEpochSecond());
		document.put("currency", refund.currency().toLowerCase(Locale.ROOT));
		document.put("metadata", refund.metadata());
		document.put("payment_intent", refund.intent());
		document.put("status", "succeeded");
		return document;
	}

	private static Map<String, @Nullable Object> entry(String name, Object value) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put(name, value);
		return entry;
	}

	private static Answer json(int status, Map<String, @Nullable Object> document) {
		return Answer.json(status, JSON.writeValueAsString(document));
	}

}
