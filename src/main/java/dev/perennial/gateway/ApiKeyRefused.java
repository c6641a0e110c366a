package dev.perennial.gateway;

/**
 * The gateway does not accept our key: it refuses every call, and nothing was charged.
 */
public class ApiKeyRefused extends GatewayRefused {

	private static final long serialVersionUID = 1L;

	ApiKeyRefused(String answer) {
		super("gateway.api-key is not accepted by the gateway (%s), which did nothing: expected the secret key of the account with the rights to charge, refund and list, set GATEWAY_APIKEY"
			.formatted(answer));
	}

}
