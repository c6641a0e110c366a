package dev.perennial.preview;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

import dev.perennial.preview.fold.Foreseen;
import dev.perennial.preview.fold.IntakeNight;
import dev.perennial.preview.fold.SubscriptionNight;
import dev.perennial.renewal.Tonight;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides a whole night in memory (rules 11.2).
 */
public class DryRun {

	private final Gathering gathering;

	private final TransactionOperations reading;

	DryRun(Gathering gathering, TransactionOperations reading) {
		this.gathering = gathering;
		this.reading = reading;
	}

	/**
	 * Says what a night would do, thing after thing, in the order in which it is found.
	 * @param tonight the night
	 * @param jobs those that it would run
	 * @param scope the only subscription, empty for all
	 * @param items takes each, and is not given it again
	 * @throws dev.perennial.importing.FilesRefused if a file of the inbox is refused
	 */
	public void night(Tonight tonight, Set<String> jobs, String scope, Consumer<Foreseen> items) {
		this.reading.executeWithoutResult((status) -> {
			if (scope.isEmpty()) {
				all(tonight, jobs, items);
			}
			else {
				tell(this.gathering.one(scope, this.gathering.arrivedFor(scope, tonight, true), tonight, jobs, true),
						items);
			}
		});
	}

	private void all(Tonight tonight, Set<String> jobs, Consumer<Foreseen> items) {
		IntakeNight touched = this.gathering.touched(tonight, jobs);
		tell(touched, items);
		Collection<String> told = touched.nights().stream().map((night) -> night.facts().id()).toList();
		this.gathering.others(tonight, tonight.date(), told,
				(night, lookOn) -> night.through(jobs, false).items().forEach(items));
	}

	private static void tell(IntakeNight night, Consumer<Foreseen> items) {
		night.items().forEach(items);
		for (SubscriptionNight one : night.nights()) {
			one.items().forEach(items);
		}
	}

}
