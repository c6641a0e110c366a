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
		List<T> known = (this.before != null) ? part.apply(this.before) : List.of();
		return part.apply(this.after).stream().filter((fact) -> !known.contains(fact));
	}

	/** The facts of a list whose key was not there before. */
	<T> Stream<T> added(Function<Dossier, List<T>> part, Function<T, ?> key) {
		List<?> known = (this.before != null) ? part.apply(this.before).stream().map(key).toList() : List.of();
		return part.apply(this.after).stream().filter((fact) -> !known.contains(key.apply(fact)));
	}

	/** The facts of a list that were there before, and differ. */
	<T> Stream<T> updated(Function<Dossier, List<T>> part, Function<T, ?> key) {
		List<?> known = (this.before != null) ? part.apply(this.before).stream().map(key).toList() : List.of();
		return changed(part).filter((fact) -> known.contains(key.apply(fact)));
	}

	<T> Map.Entry<String, T> with(T fact) {
		return Map.entry(id(), fact);
	}

}
