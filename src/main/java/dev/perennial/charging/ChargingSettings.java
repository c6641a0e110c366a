package dev.perennial.charging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway is used.
 *
 * @param ratePerSecond calls a second, kept and used up (rules 6.4)
 * @param concurrency calls in flight at a time
 * @param chunk intents and results that are committed together
 * @param notFoundAfter how long after the call a charge that is not found was not made
 * (rules 6.2)
 */
@ConfigurationProperties(prefix = "charging", ignoreUnknownFields = false)
record ChargingSettings(@DefaultValue("25") int ratePerSecond, @DefaultValue("10") int concurrency,
		@DefaultValue("100") int chunk, @DefaultValue("60m") Duration notFoundAfter) {

	ChargingSettings {
		require(ratePerSecond >= 1, "charging.rate-per-second", "1 or more");
		require(concurrency >= 1, "charging.concurrency", "1 or more");
		require(chunk >= 1, "charging.chunk", "1 or more");
		require(!notFoundAfter.isNegative() && !notFoundAfter.isZero(), "charging.not-found-after",
				"a duration such as 60m");
	}

	private static void require(boolean right, String setting, String expected) {
		if (!right) {
			throw new IllegalArgumentException("%s must be %s".formatted(setting, expected));
		}
	}

}
