package dev.perennial.work;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongUnaryOperator;

import dev.perennial.work.SlidingSecond.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 6.4: the other side counts no more than its rate in any second. */
class SlidingSecondTests {

	private static final long MS = 1_000_000;

	private static final long SECOND = 1_000 * MS;

	private static final int RATE = 500;

	private final SlidingSecond second = new SlidingSecond(RATE, SECOND);

	/** Nearly the largest number of the clock, so that it passes it on the way. */
	private long now = Long.MAX_VALUE - SECOND;

	/** Those that are on their way, first the one that is answered first. */
	private final Queue<Sent> sent = new PriorityQueue<>((one, other) -> Long.signum(one.answered - other.answered));

	private final List<Long> begun = new ArrayList<>();

	private final List<Long> arrived = new ArrayList<>();

	@Test
	void usesItsRateWithCallsThatTakeLong() {
		work(7 * RATE, (begun) -> begun + 100 * MS);
		assertThat(most()).isEqualTo(RATE);
		assertThat(span(4 * RATE, 7 * RATE)).isLessThan(3 * SECOND * 101 / 100);
	}

	/** First connections that are slow, and a pause in the second after. */
	@Test
	void countsWhatAPauseHeldUpSoonAfterTheFirstCalls() {
		long open = this.now + 300 * MS;
		work(100, (begun) -> Math.max(0, open - begun) + begun + 50 * MS);
		work(5 * RATE, heldUp(this.now + 1_100 * MS));
		assertThat(most()).isEqualTo(RATE);
	}

	/** As many milliseconds as the number of a call says, in no order. */
	@ParameterizedTest
	@ValueSource(longs = { 200, 400, 900 })
	void usesItsRateWithCallsOfWhichNoneTakesAsLongAsAnother(long spread) {
		work(8 * RATE, (begun) -> begun + 50 * MS + inNoOrder(begun, spread));
		assertThat(span(3 * RATE, 7 * RATE)).isLessThan(4 * SECOND * 102 / 100);
	}

	/** By so many milliseconds and less, in no order. */
	@ParameterizedTest
	@ValueSource(longs = { 9, 40 })
	void countsThoseThatAreALittleLate(long spread) {
		work(8 * RATE, (begun) -> begun + 50 * MS + inNoOrder(begun, spread));
		assertThat(most()).isLessThanOrEqualTo(RATE);
		assertThat(span(3 * RATE, 7 * RATE)).isLessThan(4 * SECOND * 104 / 100);
	}

	@Test
	void usesItsRateWithCallsThatAllTakeLongerThanASecond() {
		work(8 * RATE, (begun) -> begun + 3 * SECOND);
		assertThat(span(5 * RATE, 7 * RATE)).isLessThan(2 * SECOND * 102 / 100);
	}

	@Test
	void countsCallsThatAPauseHeldUpFromWhenTheyArrived() {
		work(5 * RATE, heldUp(this.now + 2_300 * MS));
		assertThat(most()).isEqualTo(RATE);
	}

	/** The first connections are slow, and all of them are open at the same time. */
	@Test
	void countsTheFirstCallsFromTheirAnswers() {
		long open = this.now + 400 * MS;
		work(100, (begun) -> open);
		this.now = open;
		work(4 * RATE, (begun) -> begun + 2 * MS);
		assertThat(most()).isEqualTo(RATE);
	}

	@Test
	void letsNobodyWaitForCallsThatAreNotAnswered() {
		for (int call = 0; call < RATE; call++) {
			assertThat(this.second.begin(new Call(), this.now)).isZero();
		}
		assertThat(this.second.begin(new Call(), this.now)).isEqualTo(2 * SECOND);
		assertThat(this.second.begin(new Call(), this.now + 2 * SECOND)).isZero();
	}

	@Test
	void forgetsAnAnswerThatCameTooFast() {
		work(RATE, (begun) -> begun + 100 * MS);
		work(1, (begun) -> begun);
		work(5 * RATE, (begun) -> begun + 100 * MS);
		assertThat(span(5 * RATE, 6 * RATE)).isLessThan(SECOND * 102 / 100);
	}

	/** From nothing to so many milliseconds, also when the clock has passed its end. */
	private static long inNoOrder(long begun, long spread) {
		return Math.floorMod(begun / MS * 7_919, spread) * MS;
	}

	/** What would arrive in a fifth of a second arrives at its end. */
	private static LongUnaryOperator heldUp(long pause) {
		return (begun) -> {
			long arrives = begun + 50 * MS;
			return (arrives - pause > 0 && arrives - pause < 200 * MS) ? pause + 200 * MS : arrives;
		};
	}

	/** Begins so many, one after the other as soon as there is room. */
	private void work(int calls, LongUnaryOperator arrives) {
		for (int number = 0; number < calls; number++) {
			Call call = new Call();
			for (long wait = this.second.begin(call, this.now); wait > 0; wait = this.second.begin(call, this.now)) {
				pass(Math.min(wait, 2 * MS));
			}
			this.begun.add(this.now);
			long arrival = arrives.applyAsLong(this.now);
			this.arrived.add(arrival);
			this.sent.add(new Sent(call, arrival + 50 * MS));
			pass(2 * MS);
		}
	}

	private void pass(long time) {
		this.now += time;
		for (Sent oldest = this.sent.peek(); oldest != null
				&& oldest.answered() - this.now <= 0; oldest = this.sent.peek()) {
			this.second.answered(oldest.call(), this.now);
			this.sent.remove();
		}
	}

	/** From the beginning of one call to that of another, both counted from 1. */
	private long span(int from, int to) {
		return this.begun.get(to - 1) - this.begun.get(from - 1);
	}

	private int most() {
		int most = 0;
		for (int first = 0; first < this.arrived.size(); first++) {
			long from = this.arrived.get(first);
			most = Math.max(most,
					(int) this.arrived.stream().filter((at) -> at - from >= 0 && at - from < SECOND).count());
		}
		return most;
	}

	private record Sent(Call call, long answered) {
	}

}
