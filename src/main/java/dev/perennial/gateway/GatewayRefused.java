package dev.perennial.gateway;

/**
 * The gateway refused to work on a call: wrong key, missing right, wrong parameter.
 * Nothing was charged, no card is to blame, and the next call would end the same.
 */
public class GatewayRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	GatewayRefused(String message) {
		super(message);
	}

}
