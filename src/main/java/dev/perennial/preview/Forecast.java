package dev.perennial.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.perennial.preview.fold.IntakeNight;
import dev.perennial.preview.fold.Jobs;
import dev.perennial.preview.fold.SubscriptionNight;
import dev.perennial.renewal.Tonight;

import org.springframework.transaction.support.TransactionOperations;

/** Folds night after night, as far as one asks, and counts. */
public class Forecast {

	private final Gathering gathering;

	private final TransactionOperations reading;

	Forecast(Gathering gathering, TransactionOperations reading) {
		this.gathering = gathering;
		this.reading = reading;
	}

	/**
	 * What nights ahead would mail, charge and invoice. What is not known yet, such as
	 * requests and transfers of later days, is not in it.
	 * @param nights in their order, without a gap
	 * @param jobs those that the first of them would still run
	 * @return a volume for each night
	 */
	public List<NightVolume> of(List<Tonight> nights, Set<String> jobs) {
		List<NightVolume> volumes = new ArrayList<>();
		nights.forEach((night) -> volumes.add(new NightVolume(night.date())));
		this.reading.executeWithoutResult((status) -> fold(nights, jobs, volumes));
		return volumes;
	}

	private void fold(List<Tonight> nights, Set<String> jobs, List<NightVolume> volumes) {
		Tonight first = nights.get(0);
		IntakeNight touched = this.gathering.touched(first, jobs);
		touched.items().forEach(volumes.get(0)::add);
		boolean looked = jobs.contains("notices");
		for (SubscriptionNight night : touched.nights()) {
			night.items().forEach(volumes.get(0)::add);
			onwards(night, looked ? night.nextLook() : Optional.of(first.date().plusDays(1)), nights, volumes);
		}
		Collection<String> done = touched.nights().stream().map((night) -> night.facts().id()).toList();
		LocalDate last = nights.get(nights.size() - 1).date();
		this.gathering.others(first, last, done, (night, lookOn) -> {
			if (lookOn.isAfter(first.date())) {
				onwards(night, Optional.of(lookOn), nights, volumes);
			}
			else {
				night.through(jobs, false).items().forEach(volumes.get(0)::add);
				onwards(night, looked ? night.nextLook() : Optional.of(first.date().plusDays(1)), nights, volumes);
			}
		});
	}

	/** From look to look: nights in between cannot do anything. */
	private static void onwards(SubscriptionNight from, Optional<LocalDate> lookOn, List<Tonight> nights,
			List<NightVolume> volumes) {
		LocalDate first = nights.get(0).date();
		SubscriptionNight night = from;
		Optional<LocalDate> next = lookOn;
		while (next.isPresent() && next.get().toEpochDay() - first.toEpochDay() < nights.size()) {
			int at = (int) (next.get().toEpochDay() - first.toEpochDay());
			night = night.later(nights.get(at)).through(Set.copyOf(Jobs.ALL), false);
			night.items().forEach(volumes.get(at)::add);
			next = night.nextLook();
		}
	}

}
