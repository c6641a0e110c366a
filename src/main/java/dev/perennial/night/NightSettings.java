package dev.perennial.night;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a night takes from the site.
 *
 * @param zone the seller's zone, in which dates are civil dates (rules 1.2)
 * @param today where today comes from (rules 1.7)
 * @param lease how long a process that shows no sign of life is waited for
 */
@ConfigurationProperties(prefix = "night", ignoreUnknownFields = false)
record NightSettings(@DefaultValue("UTC") ZoneId zone, @DefaultValue("real") Today today,
		@DefaultValue("30s") Duration lease) {

	/** Where today comes from. */
	enum Today {

		/** The clock, in the seller's zone. */
		REAL,

		/** The business date: demo, tests and simulation. */
		BUSINESS_DATE

	}

}
