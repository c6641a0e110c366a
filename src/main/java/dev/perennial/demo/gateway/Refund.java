package dev.perennial.demo.gateway;

import java.time.Instant;
import java.util.Map;

/**
 * Money that went back to a card.
 *
 * @param id the gateway's own id
 * @param at when it was made
 * @param intent the payment it belongs to
 * @param amount minor units
 * @param currency ISO 4217, capital letters
 * @param metadata what the caller attached
 */
record Refund(String id, Instant at, String intent, long amount, String currency, Map<String, String> metadata) {
}
