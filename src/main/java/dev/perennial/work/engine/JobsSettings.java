package dev.perennial.work.engine;

import java.util.Map;

import dev.perennial.work.JobSettings;

/**
 * The tunables of all jobs that set some.
 */
public record JobsSettings(Map<String, JobSettings> jobs) {

	public JobSettings of(String job) {
		return this.jobs.getOrDefault(job, JobSettings.DEFAULT);
	}

}
