package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import dev.perennial.chaos.ChaosPart;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.QuickStart;
import dev.perennial.chaos.Seed;
import dev.perennial.chaos.SmallNight;
import dev.perennial.chaos.Undisturbed;
import dev.perennial.demo.EmbeddedDatabase;
import dev.perennial.testing.NightLeft;
import dev.perennial.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The small night again and again, to which things happen, compared with what it leaves
 * when nothing does, and their row in the report.
 */
public final class FaultyNights implements AutoCloseable {

	private static final int EVERY = Integer.getInteger("perennial.chaos.every", 0);

	/** As the settings have it, with fewer seconds, and more than any pause. */
	public static final String SHORT_WAIT = "--spring.datasource.hikari.connection-init-sql="
			+ "SET SESSION wait_timeout = 6, innodb_lock_wait_timeout = 20";

	/** The same for all tests of a JVM. */
	private static @Nullable Undisturbed undisturbed;

	private final Seed seed = Seed.take();

	private final Random random = this.seed.random();

	private final SmallNight small;

	private final ChaosPart part;

	/**
	 * @param fault what happens, for people
	 */
	FaultyNights(Path folder, String fault) throws IOException {
		this(folder, fault, TestDatabase.take());
	}

	FaultyNights(Path folder, String fault, TestDatabase database) throws IOException {
		this.small = new SmallNight(folder, QuickStart.standard(), database);
		this.part = new ChaosPart("small night, " + fault, database, this.seed.toString());
	}

	/**
	 * The evening before, as it always is. The undisturbed night runs first: all evenings
	 * have one schema.
	 */
	Evening evening() throws IOException, InterruptedException {
		undisturbed();
		return this.small.evening();
	}

	Undisturbed undisturbed() throws IOException, InterruptedException {
		synchronized (FaultyNights.class) {
			Undisturbed known = undisturbed;
			if (known == null) {
				try (Evening evening = this.small.evening()) {
					known = Undisturbed.run(evening);
				}
				undisturbed = known;
			}
			return known;
		}
	}

	/**
	 * Notes what a night left to which something happened.
	 * @param doubts how many mails may be in doubt
	 */
	void compare(Evening evening, int doubts, String what) throws IOException, InterruptedException {
		this.part.failedStarts(evening.failedStarts().get());
		this.part.compared(what, 0, 1, doubts, evening.outcome(), undisturbed().outcome());
	}

	/**
	 * Notes a night of which its test has judged what it should leave.
	 * @param doubts how many mails may be in doubt
	 */
	void judged(Evening evening, int doubts, String what) throws IOException {
		this.part.failedStarts(evening.failedStarts().get());
		this.part.judged(what, 1, doubts, evening.outcome());
	}

	/** Fails if one of the nights left anything else than it should. */
	void complete() {
		this.part.complete();
	}

	/** The numbers of the moments of an operation. */
	List<Integer> points(String operation) throws IOException, InterruptedException {
		List<String> points = undisturbed().points();
		return IntStream.rangeClosed(1, points.size())
			.filter((point) -> points.get(point - 1).contains(operation))
			.boxed()
			.toList();
	}

	/**
	 * The numbers from 1 to a last: some at random in the build, all of them or every
	 * n-th with {@code -Dperennial.chaos.every=n}.
	 */
	List<Integer> numbers(int last, int some) {
		return (EVERY > 0)
				? IntStream.rangeClosed(1, last).filter((number) -> number % EVERY == 1 % EVERY).boxed().toList()
				: random(last, some);
	}

	/** So many in the build, more in the chaos profile. */
	int count(int some, int more) {
		return (EVERY > 0) ? more : some;
	}

	/** So many at random in the build, more in the chaos profile. */
	List<Integer> random(int last, int some, int more) {
		return random(last, count(some, more));
	}

	/** A first number, and others from there to a last, in their order. */
	List<Integer> numbersFrom(int first, int last, int count) {
		List<Integer> numbers = new ArrayList<>(List.of(first));
		for (int number = 1; number < count; number++) {
			numbers.add(first + 1 + this.random.nextInt(last - first));
		}
		return numbers.stream().sorted().distinct().toList();
	}

	private List<Integer> random(int last, int count) {
		List<Integer> numbers = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			numbers.add(1 + this.random.nextInt(last));
		}
		return numbers;
	}

	/** The first column of all rows of a query. */
	static List<String> texts(Evening evening, String sql) {
		return evening.database().ownerJdbc().sql(sql).query(String.class).list();
	}

	/** Runs the night after, which must go well. */
	static void nextNight(Evening evening, String... settings) throws IOException, InterruptedException {
		Start next = evening.begin(SmallNight.D.plusDays(1), 0, settings).end();
		assertThat(next.done()).as(next.said()).isTrue();
	}

	/**
	 * Fails if a night left anything else of others than the undisturbed one; the numbers
	 * of documents follow from which there are, so they may move.
	 */
	void compareOthers(Evening evening, String... subscriptions) throws IOException, InterruptedException {
		Set<String> named = Set.of(subscriptions);
		Set<String> notices = Set.copyOf(texts(evening, "SELECT notice_id FROM notice WHERE subscription_id IN ('%s')"
			.formatted(String.join("', '", subscriptions))));
		NightLeft expected = undisturbed().outcome().left().without(notices).without(named);
		assertThat(evening.outcome().left().without(notices).without(named).differencesFrom(expected))
			.noneMatch((difference) -> difference.matches(
					"(term|subscription|renewal_order|charge_attempt|notice|renewal_window|request|bank_line): .*"));
		judged(evening, 0, String.join(", ", subscriptions));
	}

	/** Writes to the database of a night, as people do. */
	static void execute(Evening evening, String sql) {
		evening.database().ownerJdbc().sql(sql).update();
	}

	/** The setting that leads the program to its card gateway over a wire. */
	static String gateway(Wire wire) {
		return "--gateway.base-url=http://127.0.0.1:" + wire.port();
	}

	/** The setting that leads the program to its database over a wire. */
	public static String database(Evening evening, Wire wire) {
		return "--spring.datasource.url=" + EmbeddedDatabase.jdbcUrl(wire.port(), evening.database().schema());
	}

	@Override
	public void close() throws IOException {
		this.part.close();
		this.small.close();
	}

}
