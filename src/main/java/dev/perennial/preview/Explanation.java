package dev.perennial.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.perennial.preview.fold.Arrived;
import dev.perennial.preview.fold.Foreseen;
import dev.perennial.preview.fold.IntakeNight;
import dev.perennial.preview.fold.Jobs;
import dev.perennial.preview.fold.Step;
import dev.perennial.preview.fold.SubscriptionNight;
import dev.perennial.renewal.Tonight;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionOperations;

/** Says why a night touches a subscription, or does not. */
public class Explanation {

	private final Gathering gathering;

	private final Looks looks;

	private final PastNight past;

	private final TransactionOperations reading;

	Explanation(Gathering gathering, Looks looks, PastNight past, TransactionOperations reading) {
		this.gathering = gathering;
		this.looks = looks;
		this.past = past;
		this.reading = reading;
	}

	/**
	 * What stored rows say that a night did to a subscription.
	 * @return empty if there is no such subscription
	 */
	public Optional<Explained> happened(String subscription, LocalDate date) {
		return inOneView(() -> this.past.isKnown(subscription)
				? new Explained(null, List.of(), this.past.of(subscription, date)) : null);
	}

	/**
	 * What a night does to a subscription, and why; nights before it are folded first.
	 * @param nights from the oldest open one to the one that is asked about
	 * @param jobs those that the first of them would still run
	 * @return empty if there is no such subscription
	 */
	public Optional<Explained> foreseen(String subscription, List<Tonight> nights, Set<String> jobs) {
		return inOneView(() -> this.past.isKnown(subscription) ? folded(subscription, nights, jobs) : null);
	}

	private Explained folded(String subscription, List<Tonight> nights, Set<String> jobs) {
		Tonight first = nights.get(0);
		Arrived arrived = this.gathering.arrivedFor(subscription, first, false);
		IntakeNight intake = this.gathering.one(subscription, arrived, first, jobs, false);
		SubscriptionNight night = intake.nights().iterator().next();
		LocalDate lookOn = this.looks.of(subscription).orElse(null);
		List<Foreseen> items = new ArrayList<>(intake.items());
		for (Tonight next : nights.subList(1, nights.size())) {
			boolean isLast = next == nights.get(nights.size() - 1);
			LocalDate look = night.nextLook().orElse(null);
			if (isLast || (look != null && !look.isAfter(next.date()))) {
				lookOn = look;
				items.clear();
				night = night.later(next).through(Set.copyOf(Jobs.ALL), false);
			}
		}
		return new Explained(lookOn, night.steps(), Stream.concat(items.stream(), night.items().stream()).toList());
	}

	private <T> Optional<T> inOneView(Supplier<@Nullable T> read) {
		return Optional.ofNullable(this.reading.execute((status) -> read.get()));
	}

	/**
	 * What a night does to a subscription.
	 *
	 * @param lookOn the first business date on which a night looks at it by itself,
	 * {@code null} if none does
	 * @param steps what is decided, and why
	 * @param items what happens
	 */
	public record Explained(@Nullable LocalDate lookOn, List<Step> steps, List<Foreseen> items) {

	}

}
