package dev.perennial.work;

import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The calls that the other side may count in one second.
 * <p>
 * It counts a call when it arrives, not when it begins: what a pause of this machine held
 * up on the way arrives together with what is begun after it. So a call counts from the
 * last instant at which it can have arrived: its answer, less the time that an answer
 * takes at least, as the calls before it showed. All instants and lengths are in
 * nanoseconds of one clock.
 */
final class SlidingSecond {

	private final int most;

	private final long length;

	/** First the call that leaves the second first. */
	private final Queue<Call> counted = new PriorityQueue<>();

	/** Nothing, until a second's worth of calls has shown it. */
	private long leastTaken;

	private long leastOfThese = Long.MAX_VALUE;

	private int answers;

	/**
	 * Without a call so far.
	 * @param most how many calls it has room for; 0 for all there are
	 */
	SlidingSecond(int most, long length) {
		this.most = most;
		this.length = length;
	}

	/**
	 * Begins a call, unless the second has had all of its calls.
	 * @return how long to wait until it may be tried again, or less when a call is
	 * answered by then; nothing if it has begun
	 */
	synchronized long begin(Call call, long now) {
		call.begun = now;
		if (this.most == 0) {
			return 0;
		}
		if (this.counted.size() == this.most) {
			long wait = this.counted.element().leaves - now;
			if (wait > 0) {
				return wait;
			}
			this.counted.remove();
		}
		// Who is not answered for long leaves its place to others.
		call.leaves = now + 2 * this.length;
		this.counted.add(call);
		return 0;
	}

	/** Ends a call. */
	synchronized void answered(Call call, long now) {
		if (this.counted.remove(call)) {
			learn(now - call.begun);
			call.leaves = now - this.leastTaken + this.length;
			this.counted.add(call);
		}
	}

	/** One answer that comes too fast is forgotten after a second's worth of others. */
	private void learn(long taken) {
		this.leastTaken = Math.min(this.leastTaken, taken);
		this.leastOfThese = Math.min(this.leastOfThese, taken);
		if (++this.answers == this.most) {
			this.leastTaken = this.leastOfThese;
			this.leastOfThese = Long.MAX_VALUE;
			this.answers = 0;
		}
	}

	/** One of them. */
	static final class Call implements Comparable<Call> {

		private long begun;

		private long leaves;

		@Override
		public int compareTo(Call other) {
			// The clock may pass from the largest number to the smallest.
			return Long.signum(this.leaves - other.leaves);
		}

	}

}
