package dev.perennial.gateway;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the card gateway is and how long it is waited for.
 *
 * @param baseUrl address of the API, without a path
 * @param apiKey secret key of the account, empty where nothing is charged; belongs into
 * the environment, never into a file of the project
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for a whole answer; after it the outcome is UNKNOWN
 * @param rateLimitWait how long all 429 answers to one call are waited out together
 * (rules 6.4)
 * @param keyRetention how long a call may be sent again with the same idempotency key;
 * well below what the gateway promises to remember, 24 hours at Stripe (rules 6.2)
 */
@ConfigurationProperties(prefix = "gateway", ignoreUnknownFields = false)
public record GatewayProperties(@DefaultValue("https://api.stripe.com") URI baseUrl, @DefaultValue("") String apiKey,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
		@DefaultValue("60s") Duration rateLimitWait, @DefaultValue("20h") Duration keyRetention) {

	/** What Stripe promises to remember a key for. */
	private static final Duration REMEMBERED = Duration.ofHours(24);

	public GatewayProperties {
		require(baseUrl.isAbsolute() && baseUrl.getHost() != null && baseUrl.getPath().isEmpty(), "gateway.base-url",
				"an address without a path such as https://api.stripe.com, not '" + baseUrl + "'");
		require(apiKey.matches("[!-~]*"), "gateway.api-key",
				"the secret key of the account, without blanks; set GATEWAY_APIKEY");
		require(!apiKey.contains("_live_") || "https".equals(baseUrl.getScheme()), "gateway.base-url",
				"an https address where the key is a live one, not '" + baseUrl + "'");
		requirePositive(connectTimeout, "gateway.connect-timeout");
		requirePositive(readTimeout, "gateway.read-timeout");
		require(!rateLimitWait.isNegative(), "gateway.rate-limit-wait", "a duration such as 60s, not " + rateLimitWait);
		requirePositive(keyRetention, "gateway.key-retention");
		require(keyRetention.compareTo(REMEMBERED) < 0, "gateway.key-retention",
				"less than the 24h the gateway remembers a key for, not " + keyRetention);
	}

	/** Whether there is a key to call the gateway with. */
	public boolean hasKey() {
		return !this.apiKey.isEmpty();
	}

	private static void requirePositive(Duration value, String key) {
		require(!value.isNegative() && !value.isZero(), key, "a duration such as 30s, not " + value);
	}

	private static void require(boolean right, String key, String expected) {
		if (!right) {
			throw new IllegalArgumentException(key + " must be " + expected);
		}
	}

	@Override
	public String toString() {
		return "GatewayProperties[baseUrl=%s, apiKey=***, connectTimeout=%s, readTimeout=%s, rateLimitWait=%s, keyRetention=%s]"
			.formatted(this.baseUrl, this.connectTimeout, this.readTimeout, this.rateLimitWait, this.keyRetention);
	}

}
