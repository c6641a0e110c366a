package dev.perennial.demo.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows: the books, and what follows from them. Every change is in the
 * books before it is here. Not thread-safe.
 */
final class Ledger {

	/**
	 * As long as Stripe promises; a key that comes later is a new call and charges again.
	 */
	private static final Duration KEYS_REMEMBERED = Duration.ofHours(24);

	private static final Duration SEARCH_LAGS = Duration.ofMinutes(1);

	private static final Duration LATE_BY = Duration.ofSeconds(5);

	private final Books books;

	private final Clock clock;

	private final List<Intent> intents = new ArrayList<>();

	private final Map<String, Integer> positions = new HashMap<>();

	private final List<Refund> refunds = new ArrayList<>();

	private final Map<String, Entry> answers = new HashMap<>();

	private final Map<String, Integer> callsOfOrders = new HashMap<>();

	private final Map<String, Instant> lastCalls = new HashMap<>();

	Ledger(Books books, Clock clock) throws IOException {
		this.books = books;
		this.clock = clock;
		books.read().forEach(this::know);
	}

	void write(Entry entry) {
		this.books.append(entry);
		know(entry);
	}

	private void know(Entry entry) {
		if (!entry.key().isEmpty() && entry.isAnswered()) {
			this.answers.put(entry.key(), entry);
		}
		if (entry.ending() != null) {
			this.callsOfOrders.merge(entry.order(), 1, Integer::sum);
		}
		if (entry.intent() != null) {
			this.positions.put(entry.intent().id(), this.intents.size());
			this.intents.add(entry.intent());
			this.lastCalls.put(entry.intent().id(), entry.at());
		}
		if (entry.refund() != null) {
			this.refunds.add(entry.refund());
		}
	}

	/** The first call with this key, while it is remembered. */
	@Nullable Entry firstCall(String key) {
		Entry first = this.answers.get(key);
		return (first == null || first.at().plus(KEYS_REMEMBERED).isBefore(now())) ? null : first;
	}

	/**
	 * Notes that a silent charge was asked for again: a caller that was killed and starts
	 * again finds it as late as one that was not.
	 */
	void calledAgain(Intent intent) {
		this.lastCalls.put(intent.id(), now());
	}

	int callsOf(String order) {
		return this.callsOfOrders.getOrDefault(order, 0);
	}

	String nextIntent() {
		return "pi_local_%08d".formatted(this.intents.size() + 1);
	}

	String nextRefund() {
		return "re_local_%08d".formatted(this.refunds.size() + 1);
	}

	Instant now() {
		return this.clock.instant();
	}

	@Nullable Intent intent(String id) {
		Integer position = this.positions.get(id);
		return (position == null) ? null : this.intents.get(position);
	}

	List<Intent> intents() {
		return List.copyOf(this.intents);
	}

	/**
	 * The newest intents that lists show, newest first.
	 * @param after the last one of the page before, or empty
	 * @param from none older than this is wanted
	 */
	List<Intent> newest(String after, Instant from, Predicate<Intent> wanted, int limit) {
		List<Intent> page = new ArrayList<>();
		int position = this.positions.getOrDefault(after, this.intents.size()) - 1;
		while (position >= 0 && page.size() < limit && !this.intents.get(position).at().isBefore(from)) {
			Intent intent = this.intents.get(position--);
			if (isListed(intent) && wanted.test(intent)) {
				page.add(intent);
			}
		}
		return page;
	}

	private boolean isListed(Intent intent) {
		Instant lastCall = this.lastCalls.getOrDefault(intent.id(), intent.at());
		return intent.ending() != Ending.CHARGED_SILENTLY_LATE || !lastCall.plus(LATE_BY).isAfter(now());
	}

	List<Intent> searched(Predicate<Intent> wanted) {
		Instant indexed = now().minus(SEARCH_LAGS);
		return this.intents.stream()
			.filter((intent) -> intent.ending() != Ending.CHARGED_SILENTLY_LATE && !intent.at().isAfter(indexed))
			.filter(wanted)
			.toList();
	}

	List<Refund> refundsOf(String intent) {
		return this.refunds.stream().filter((refund) -> refund.intent().equals(intent)).toList();
	}

	long refunded(String intent) {
		return refundsOf(intent).stream().mapToLong(Refund::amount).sum();
	}

}
