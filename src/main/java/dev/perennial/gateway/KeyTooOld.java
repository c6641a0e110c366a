package dev.perennial.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * A call is too old to be sent again: the gateway may have forgotten its idempotency key
 * and would charge a second time. It must be looked up (rules 6.2).
 */
public class KeyTooOld extends RuntimeException {

	private static final long serialVersionUID = 1L;

	KeyTooOld(String key, Instant calledAt, Duration keyRetention) {
		super("%s: first called at %s, longer than %s ago; expected a look-up instead of a call".formatted(key,
				calledAt, keyRetention));
	}

}
