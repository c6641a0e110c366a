package dev.perennial.night;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.engine.JobsSettings;

/**
 * The order of the jobs. Money and dates never wait for a mail server (rules 11.1).
 */
final class NightOrder {

	/** The night, as a table of contents. */
	private static final List<String> ORDER = List.of("intake", "renewals", "windows", "invoices", "notices", "verify",
			"outbox");

	/**
	 * What a single subscription can be taken through: no number, no file (rules 11.2).
	 */
	private static final Set<String> SCOPED = Set.of("intake", "renewals", "windows", "notices");

	/** What only the whole night does: it writes the files (rules 11.2). */
	private static final String LAST = "outbox";

	/** Without these nothing may close a date (rules 9.5, 11.7). */
	private static final List<String> NEVER_OFF = List.of("verify", LAST);

	private final Supplier<List<NightlyJob>> found;

	private final JobsSettings settings;

	/**
	 * @param found the jobs that there are, asked for when a night is to run
	 * @param settings of the jobs
	 */
	NightOrder(Supplier<List<NightlyJob>> found, JobsSettings settings) {
		settings.jobs().keySet().forEach(NightOrder::requirePlace);
		this.found = found;
		this.settings = settings;
	}

	private static void requirePlace(String job) {
		if (!ORDER.contains(job)) {
			throw new IllegalStateException("There is no job '%s': expected one of %s".formatted(job, ORDER));
		}
	}

	/**
	 * The jobs that a request asks for, in their order.
	 * @throws NotStarted if it asks for a job that there is not, or that cannot be run
	 * so, or if a job is off without which nothing may close
	 */
	List<NightlyJob> jobs(NightRequest request) {
		List<String> names = names(request);
		List<NightlyJob> jobs = this.found.get();
		jobs.forEach((job) -> requirePlace(job.name()));
		return jobs.stream()
			.filter((job) -> names.contains(job.name()))
			.sorted(Comparator.comparing((job) -> ORDER.indexOf(job.name())))
			.toList();
	}

	/**
	 * The names of the jobs that a request asks for, in their order.
	 * @throws NotStarted if it asks for a job that there is not, or that cannot be run
	 * so, or if a job is off without which nothing may close
	 */
	List<String> names(NightRequest request) {
		NEVER_OFF.forEach(this::requireOn);
		String only = request.job();
		List<String> able = enabled().stream()
			.filter((job) -> request.scope().isEmpty() || SCOPED.contains(job))
			.toList();
		if (only == null) {
			return able;
		}
		if (only.equals(LAST)) {
			throw new NotStarted(
					"Job '%s' writes the files and closes the night: only the whole night runs it".formatted(LAST));
		}
		if (!able.contains(only)) {
			throw new NotStarted("There is no job '%s' to run so: expected one of %s".formatted(only,
					able.stream().filter((name) -> !name.equals(LAST)).toList()));
		}
		return List.of(only);
	}

	private void requireOn(String job) {
		if (!this.settings.of(job).enabled()) {
			throw new NotStarted(
					"jobs.%1$s.enabled is false, but no night closes without '%1$s': expected true, or no such key in jobs/%1$s/job.yaml"
						.formatted(job));
		}
	}

	private List<String> enabled() {
		return ORDER.stream().filter((job) -> this.settings.of(job).enabled()).toList();
	}

	/** The names of the jobs before one. */
	List<String> before(String job) {
		List<String> enabled = enabled();
		return enabled.subList(0, enabled.indexOf(job));
	}

}
