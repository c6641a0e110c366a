package dev.perennial.work;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tunables that every job has, read from {@code jobs/<job>/job.yaml} under
 * {@code jobs.<job>}.
 *
 * @param enabled whether nights run the job; one that is off counts as completed
 * @param chunkSize items per transaction of the steps on the database
 */
public record JobSettings(@DefaultValue("true") boolean enabled, @DefaultValue("1000") int chunkSize) {

	/** What holds for a job that sets nothing. */
	public static final JobSettings DEFAULT = new JobSettings(true, 1000);

	public JobSettings {
		if (chunkSize < 1 || chunkSize > 10_000) {
			throw new IllegalArgumentException("chunk-size is %d: expected 1 to 10000".formatted(chunkSize));
		}
	}

}
