package dev.perennial.work.launch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.EffectWork;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.StartCheck;
import dev.perennial.work.Work;

/**
 * Whether the pool has a connection for everyone who holds one at the same time: a pool
 * that is too small stands still and looks like a database that does not answer.
 */
final class ConnectionsNeeded implements StartCheck {

	/** Heartbeat, progress, Spring Batch's tables, and one for whoever looks. */
	private static final int BESIDE = 4;

	private final List<NightlyJob> jobs;

	private final int workers;

	private final int pool;

	ConnectionsNeeded(List<NightlyJob> jobs, int workers, int pool) {
		this.jobs = List.copyOf(jobs);
		this.workers = workers;
		this.pool = pool;
	}

	@Override
	public Optional<String> obstacle() {
		int needed = needed();
		return (this.pool >= needed) ? Optional.empty()
				: Optional
					.of(("spring.datasource.hikari.maximum-pool-size is %d: expected %d or more, for %d threads at "
							+ "the same time (work.threads, charging.rate-per-second) and %d beside them")
						.formatted(this.pool, needed, needed - BESIDE, BESIDE));
	}

	/** One for each thread of the widest step, and its reader; its calls hold none. */
	int needed() {
		int threads = this.jobs.stream()
			.map(NightlyJob::works)
			.flatMap(Collection::stream)
			.mapToInt(this::threads)
			.max()
			.orElse(0);
		return threads + BESIDE;
	}

	private int threads(Work work) {
		return (work instanceof EffectWork<?, ?> effects) ? effects.pace().lanes() + 1 : this.workers;
	}

}
