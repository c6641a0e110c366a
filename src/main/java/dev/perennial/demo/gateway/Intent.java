package dev.perennial.demo.gateway;

import java.time.Instant;
import java.util.Map;

/**
 * A payment intent: one charge that was made or declined. Without the token, which the
 * gateway does not keep.
 *
 * @param id the gateway's own id
 * @param at when it was made
 * @param amount minor units
 * @param currency ISO 4217, capital letters
 * @param description what the payer reads
 * @param metadata what the caller attached
 * @param ending how it ended
 */
record Intent(String id, Instant at, long amount, String currency, String description, Map<String, String> metadata,
		Ending ending) {

	String reference() {
		return this.metadata.getOrDefault("merchant_reference", this.id);
	}

}
