package dev.perennial.work;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Pays for each booked customer at the outside party. */
class PayCustomers implements EffectWork<String, String> {

	private final JdbcClient jdbc;

	private final Pace pace;

	/** The outside party's books: payments by reference. */
	final Map<String, String> books = new ConcurrentHashMap<>();

	/** Every call, in the order in which it came. */
	final Queue<String> calls = new ConcurrentLinkedQueue<>();

	/** Called with each claim, before the outside party books. */
	Consumer<String> before = (reference) -> {
	};

	PayCustomers(JdbcClient jdbc, Pace pace) {
		this.jdbc = jdbc;
		this.pace = pace;
	}

	@Override
	public String name() {
		return "pay-customers";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("SELECT toy AS item_key FROM toy_booking");
	}

	@Override
	public Pace pace() {
		return this.pace;
	}

	@Override
	public @Nullable Question question() {
		return Question.CHARGES;
	}

	@Override
	public Claims<String> claim(Run run, Chunk chunk) {
		Claims<String> claims = new Claims<>();
		for (Item item : chunk) {
			String reference = item.key() + "/1";
			if (item.key().endsWith("7")) {
				claims.skip(item, "SEVEN");
				continue;
			}
			this.jdbc.sql("INSERT IGNORE INTO toy_payment (toy, reference) VALUES (:toy, :reference)")
				.param("toy", item.key())
				.param("reference", reference)
				.update();
			claims.claim(item, reference);
		}
		return claims;
	}

	@Override
	public String call(Run run, String reference) {
		this.before.accept(reference);
		this.calls.add(reference);
		return this.books.computeIfAbsent(reference, (key) -> "paid");
	}

	@Override
	public String unknown(Run run, String reference, RuntimeException failure) {
		return "unknown";
	}

	@Override
	public Outcomes settle(Run run, List<Answer<String, String>> answers) {
		for (Answer<String, String> answer : answers) {
			int settled = this.jdbc.sql("UPDATE toy_payment SET result = :result WHERE toy = :toy AND result IS NULL")
				.param("result", answer.result())
				.param("toy", answer.item().key())
				.update();
			if (settled != 1) {
				throw new IllegalStateException(answer.claim() + " was settled twice");
			}
		}
		return Outcomes.done();
	}

}
