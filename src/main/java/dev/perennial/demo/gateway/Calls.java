package dev.perennial.demo.gateway;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls that change something: charges and refunds, each once a key. Like Stripe's
 * first API it answers a key again with its first answer, a 500 included, so a caller
 * whose call ended so gets on only with a new key (rules 6.2: UNKNOWN, looked up,
 * NOT_CHARGED, a new attempt). Silence is an answer too. 429 and refused parameters are
 * not kept.
 */
final class Calls {

	private static final String CHARGES = "/v1/payment_intents";

	private static final String REFUNDS = "/v1/refunds";

	private final Ledger ledger;

	Calls(Ledger ledger) {
		this.ledger = ledger;
	}

	Answer charge(String key, Parameters parameters) {
		String fingerprint = parameters.fingerprint(CHARGES);
		Entry first = this.ledger.firstCall(key);
		if (first != null) {
			return again(first, fingerprint);
		}
		check(parameters);
		Map<String, String> metadata = parameters.metadata();
		String reference = metadata.getOrDefault("merchant_reference", key);
		String order = order(reference);
		Ending ending = Ending.of(parameters.get("payment_method"), this.ledger.callsOf(order) + 1);
		Instant now = this.ledger.now();
		Intent intent = !(ending.isCharged() || ending.isDeclined()) ? null
				: new Intent(this.ledger.nextIntent(), now, parameters.whole("amount", 0),
						parameters.get("currency").toUpperCase(Locale.ROOT), parameters.get("description"), metadata,
						ending);
		Entry entry = new Entry(now, key, fingerprint, order, ending, intent, null);
		this.ledger.write(entry);
		return answer(entry);
	}

	/** The reference up to its last slash: order number, slash, attempt number. */
	private static String order(String reference) {
		int slash = reference.lastIndexOf('/');
		return (slash < 0) ? reference : reference.substring(0, slash);
	}

	private static void check(Parameters parameters) {
		if (parameters.whole("amount", 0) <= 0) {
			throw new CallRefused("parameter_invalid_integer", "amount", "This value must be greater than 0.");
		}
		if (!Currencies.isKnown(parameters.get("currency"))) {
			throw new CallRefused("parameter_invalid", "currency", "Invalid currency.");
		}
		if (!Currencies.isOnStep(parameters.whole("amount", 0), parameters.get("currency"))) {
			throw new CallRefused("parameter_invalid", "amount", "Card networks take two of the three decimals.");
		}
		if (parameters.get("payment_method").isEmpty()) {
			throw new CallRefused("parameter_missing", "payment_method", "Missing payment method.");
		}
		if (!"true".equals(parameters.get("confirm"))) {
			throw new CallRefused("parameter_missing", "confirm", "This gateway creates and confirms in one call.");
		}
	}

	Answer refund(String key, Parameters parameters) {
		String fingerprint = parameters.fingerprint(REFUNDS);
		Entry first = this.ledger.firstCall(key);
		if (first != null) {
			return again(first, fingerprint);
		}
		Intent intent = this.ledger.intent(parameters.get("payment_intent"));
		if (intent == null || !intent.ending().isCharged()) {
			throw new CallRefused("resource_missing", "payment_intent", "No such successful payment_intent.");
		}
		long left = intent.amount() - this.ledger.refunded(intent.id());
		long amount = parameters.whole("amount", left);
		if (left == 0) {
			throw new CallRefused("charge_already_refunded", "payment_intent", "Already refunded.");
		}
		if (amount <= 0 || amount > left) {
			throw new CallRefused("parameter_invalid", "amount", "Refund amount is greater than what is left.");
		}
		Instant now = this.ledger.now();
		Entry entry = new Entry(now, key, fingerprint, "", null, null, new Refund(this.ledger.nextRefund(), now,
				intent.id(), amount, intent.currency(), parameters.metadata()));
		this.ledger.write(entry);
		return answer(entry);
	}

	private Answer again(Entry first, String fingerprint) {
		if (!first.fingerprint().equals(fingerprint)) {
			return Documents.error(400, "idempotency_error", null, null,
					"Keys for idempotent requests can only be used with the same parameters they were first used with.");
		}
		if (first.intent() != null) {
			this.ledger.calledAgain(first.intent());
		}
		return answer(first);
	}

	private static Answer answer(Entry entry) {
		if (entry.refund() != null) {
			return Documents.refund(entry.refund());
		}
		return answer(entry.ending(), entry.intent());
	}

	private static Answer answer(@Nullable Ending ending, @Nullable Intent intent) {
		if (ending == Ending.BUSY) {
			return Documents.error(429, "invalid_request_error", "rate_limit", null, "Too many requests.");
		}
		if (ending != null && ending.isSilent()) {
			return Answer.SILENCE;
		}
		if (intent == null) {
			return Documents.error(500, "api_error", null, null, "Something went wrong at the gateway.");
		}
		return intent.ending().isDeclined() ? Documents.declined(intent) : Documents.intent(intent);
	}

}
