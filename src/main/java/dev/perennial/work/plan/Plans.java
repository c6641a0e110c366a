package dev.perennial.work.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.Item;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.lease.FencedTransactions;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plans as they are frozen, once per run and work: in ranges, so that a kill loses one
 * range at most, and the last range with the count and the parts in one transaction.
 */
public final class Plans {

	static final int RANGE = 10_000;

	private final FencedTransactions transactions;

	private final BatchSteps steps;

	private final BatchParts parts;

	private final BatchItems items;

	private final PlanKeys keys;

	public Plans(FencedTransactions transactions, JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.transactions = transactions;
		this.steps = new BatchSteps(jdbc);
		this.parts = new BatchParts(jdbc);
		this.items = new BatchItems(jdbc, batches);
		this.keys = new PlanKeys(jdbc, batches.getJdbcTemplate());
	}

	/** The step as it stands; none before anything of it is frozen. */
	public Optional<BatchStep> find(Run run, Work work) {
		return this.steps.find(run.id(), work.name());
	}

	/** Whether the plan of the work would be empty now. */
	public boolean findsNothing(Run run, Work work) {
		return this.keys.empty(work.plan(run));
	}

	/** Records works with an empty plan as completed, inside the caller's transaction. */
	public void recordEmpty(Run run, List<String> works) {
		this.steps.completeEmpty(run.id(), works);
	}

	/**
	 * Goes on until the plan of the work is frozen.
	 * @param cut how it is cut into parts then
	 */
	public BatchStep freeze(Run run, Work work, Cut cut) {
		Optional<BatchStep> begun = find(run, work);
		if (begun.isPresent() && begun.get().state() != BatchStep.State.PLANNING) {
			return begun.get();
		}
		Item last = begun.map((step) -> this.keys.last(step.id())).orElse(PlanKeys.NONE);
		List<String> range = new ArrayList<>();
		this.keys.read(work.plan(run), last.key(), (key) -> {
			range.add(key);
			if (range.size() == RANGE) {
				this.transactions.run(() -> freezeRange(run, work, range));
				range.clear();
			}
		});
		return this.transactions.inTransaction(() -> close(run, work, range, cut));
	}

	/**
	 * Counts what became of the plan and completes the step, inside the caller's
	 * transaction.
	 * @throws CountMismatch if an item is not accounted for (rules 11.2)
	 */
	public ItemCounts complete(BatchStep step) {
		ItemCounts counts = this.items.count(step.id());
		if (!counts.accountFor(step.planned())) {
			throw new CountMismatch(step, counts);
		}
		this.steps.complete(step, counts);
		return counts;
	}

	/**
	 * Opens the parked items of a run, as a part of their own, inside the caller's
	 * transaction (rules 11.3).
	 */
	public void tryParkedAgain(long runId) {
		for (BatchStep step : this.steps.frozen(runId)) {
			if (this.items.openParked(step.id()) > 0) {
				this.parts.again(step.id(), step.planned());
				this.steps.reopen(step.id());
			}
		}
	}

	private BatchStep freezeRange(Run run, Work work, List<String> keys) {
		BatchStep step = find(run, work).orElseGet(() -> this.steps.begin(run.id(), work.name()));
		this.keys.freeze(step.id(), keys, this.keys.last(step.id()));
		return step;
	}

	private BatchStep close(Run run, Work work, List<String> keys, Cut cut) {
		BatchStep step = freezeRange(run, work, keys);
		long count = this.keys.last(step.id()).ordinal();
		if (count > 0) {
			this.parts.cut(step.id(), count, cut.parts(work, count));
			work.planned(run, count);
		}
		return this.steps.planned(step, count);
	}

}
