package dev.perennial.night;

import java.util.List;
import java.util.Optional;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.StartCheck;

/**
 * Whether a night can be started as it is asked for; asked before anything is touched.
 */
final class Readiness {

	private final NightOrder order;

	private final List<StartCheck> checks;

	Readiness(NightOrder order, List<StartCheck> checks) {
		this.order = order;
		this.checks = List.copyOf(checks);
	}

	/**
	 * The jobs to run, in their order.
	 * @throws NotStarted if something is missing, or the request cannot be run so
	 */
	List<NightlyJob> jobs(NightRequest request) {
		List<NightlyJob> jobs = this.order.jobs(request);
		List<String> obstacles = this.checks.stream().map(StartCheck::obstacle).flatMap(Optional::stream).toList();
		if (!obstacles.isEmpty()) {
			throw new NotStarted(String.join("; ", obstacles));
		}
		return jobs;
	}

}
