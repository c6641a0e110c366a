package dev.perennial.work.engine;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the machine is used.
 *
 * @param threads worker threads of a step on the database; 0 for as many as there are
 * cores
 * @param restarts how often a job that failed for the database's sake (a deadlock, a lost
 * connection) is started again by itself
 * @param backOff the pause before the first such restart, doubled for each further one
 * @param stopTimeout how long the end of the process (SIGTERM) waits for the chunks in
 * flight
 */
@ConfigurationProperties(prefix = "work", ignoreUnknownFields = false)
public record WorkSettings(@DefaultValue("0") int threads, @DefaultValue("5") int restarts,
		@DefaultValue("1s") Duration backOff, @DefaultValue("60s") Duration stopTimeout) {

	public int workers() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
