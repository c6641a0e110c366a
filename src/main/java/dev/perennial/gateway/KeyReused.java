package dev.perennial.gateway;

/**
 * An idempotency key was sent again with other content. The gateway did nothing now, but
 * may have charged at the first call, so this is no decline: look up, and find out who
 * changed a frozen request or the card of an attempt.
 */
public class KeyReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	KeyReused(String key) {
		super("%s: the gateway knows this idempotency key with other content; expected the same request and the same card as at the first call"
			.formatted(key));
	}

}
