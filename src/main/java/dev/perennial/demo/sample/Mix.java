package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The subscriptions of the sample: the cases written by hand, then everyday ones. */
final class Mix {

	private final List<SampleSubscription> once = new ArrayList<>();

	private final Map<String, SampleSubscription> byId = new HashMap<>();

	private final Map<String, SampleCase> named = new HashMap<>();

	Mix(LocalDate day) {
		List<SampleCase> cases = new ArrayList<>(SampleCase.named());
		cases.forEach((sample) -> this.named.put(sample.id(), sample));
		cases.addAll(BulkCases.all());
		for (SampleCase sample : cases) {
			for (SampleCase.Copy copy : sample.copies()) {
				SampleSubscription subscription = SampleSubscription.of(sample, copy, day, this.once.size());
				this.once.add(subscription);
				this.byId.put(subscription.id(), subscription);
			}
		}
	}

	/** Each subscription once. */
	List<SampleSubscription> once() {
		return this.once;
	}

	/** So many subscriptions, by repeating the mix. */
	Stream<SampleSubscription> sized(int size) {
		int each = this.once.size();
		return IntStream.range(0, size).mapToObj((index) -> this.once.get(index % each).repeated(index / each, each));
	}

	/** The copies of a named case; one without shift for everything else. */
	List<SampleCase.Copy> copiesOf(String id) {
		SampleCase sample = this.named.get(id);
		return (sample != null) ? sample.copies() : List.of(new SampleCase.Copy("", 0, 0));
	}

	/** The subscription of an id. */
	SampleSubscription get(String id) {
		SampleSubscription subscription = this.byId.get(id);
		if (subscription == null) {
			throw new IllegalStateException("subscriptions.txt has no " + id);
		}
		return subscription;
	}

	boolean has(String id) {
		return this.byId.containsKey(id);
	}

}
