package dev.perennial.dossier;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.perennial.renewal.Dossier;
import dev.perennial.subscription.SubscriptionChange;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changed in the facts of a subscription.
 *
 * @param before as they were read, {@code null} for a subscription that is new
 * @param after as they are now
 */
record DossierChange(@Nullable Dossier before, Dossier after) {

	boolean isOne() {
		return !this.after.equals(this.before);
	}

	String id() {
		return this.after.id();
	}

	/** What was known of the subscription, and is now. */
	Stream<SubscriptionChange> ofTheSubscription() {
		return Stream.ofNullable(this.before)
			.map((known) -> new SubscriptionChange(known.subscription(), this.after.subscription()));
	}

	/** Whether a part of the facts differs. */
	boolean isIn(Function<Dossier, ?> part) {
		return this.before == null || !part.apply(this.before).equals(part.apply(this.after));
	}

	/** The facts of a list that were not there before as they are now. */
	<T> Stream<T> changed(Function<Dossier, List<T>> part) {
		List<T> known = known(part);
		return now(part, known).filter((fact) -> !known.contains(fact));
	}

	/** The facts of a list whose key was not there before. */
	<T> Stream<T> added(Function<Dossier, List<T>> part, Function<T, ?> key) {
		List<T> known = known(part);
		return now(part, known).filter((fact) -> !isAmong(known, fact, key));
	}

	/** The facts of a list that were there before, and differ. */
	<T> Stream<T> updated(Function<Dossier, List<T>> part, Function<T, ?> key) {
		List<T> known = known(part);
		return changed(part).filter((fact) -> isAmong(known, fact, key));
	}

	private <T> List<T> known(Function<Dossier, List<T>> part) {
		return (this.before != null) ? part.apply(this.before) : List.of();
	}

	/** Nothing of a list that a decision left alone. */
	@SuppressWarnings("ReferenceEquality") // what is the same list is not looked into
	private <T> Stream<T> now(Function<Dossier, List<T>> part, List<T> known) {
		List<T> now = part.apply(this.after);
		return (now == known) ? Stream.empty() : now.stream();
	}

	private static <T> boolean isAmong(List<T> known, T fact, Function<T, ?> key) {
		Object name = key.apply(fact);
		return known.stream().anyMatch((one) -> key.apply(one).equals(name));
	}

	<T> Map.Entry<String, T> with(T fact) {
		return Map.entry(id(), fact);
	}

}
