package dev.perennial.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.Verdict;
import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * A step that decides about subscriptions one by one and writes what follows: the plan
 * finds whom to look at, the verdict says what happens.
 */
public class DossierWork implements RowWork {

	private final String name;

	private final String due;

	private final BiFunction<Dossier, Tonight, Verdict> decision;

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	/**
	 * @param due a SELECT of the {@code item_key}s, subscription ids, with the parameters
	 * {@code :date} and {@code :scope}
	 */
	public DossierWork(String name, String due, BiFunction<Dossier, Tonight, Verdict> decision, Dossiers dossiers,
			Rulebooks rulebooks) {
		this.name = name;
		this.due = due;
		this.decision = decision;
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of(this.due).with("date", run.businessDate()).with("scope", run.scope());
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, Dossier> before = this.dossiers.lock(chunk.keys(), tonight.date());
		List<Dossier> after = new ArrayList<>();
		Outcomes outcomes = Outcomes.done();
		for (Item item : chunk) {
			Verdict verdict = this.decision.apply(Objects.requireNonNull(before.get(item.key())), tonight);
			after.add(verdict.after());
			record(item, verdict, outcomes);
		}
		this.dossiers.save(before, after, tonight.date());
		decided(run, after, tonight);
		return outcomes;
	}

	/** What else follows from the decisions of a chunk, in the same transaction. */
	protected void decided(Run run, List<Dossier> after, Tonight tonight) {
	}

	private static void record(Item item, Verdict verdict, Outcomes outcomes) {
		switch (verdict.decided()) {
			case ACTS -> {
			}
			case HELD -> outcomes.skip(item, String.valueOf(verdict.reason()));
			case PARKED -> outcomes.park(item, String.valueOf(verdict.reason()));
			case WAITS -> outcomes.skip(item, "CHARGE_OPEN");
			case NOT_DUE -> outcomes.skip(item, "NOT_DUE");
		}
	}

}
