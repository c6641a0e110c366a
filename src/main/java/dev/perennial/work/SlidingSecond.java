package dev.perennial.work;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The calls that the other side may count in one second.
 * <p>
 * It counts a call when it arrives, not when it begins: what a pause of this machine held
 * up on the way arrives together with what is begun after it. So a call whose answer
 * comes later than that of the fastest before it counts as if it had begun later by as
 * much. Where half of them take a twentieth of a second more than the fastest it is the
 * other side that takes longer for some, after it counted them: there only those count as
 * late that take longer than nine of ten, or the rate would not be used. All instants and
 * lengths are in nanoseconds of one clock.
 */
final class SlidingSecond {

	private final int most;

	private final long length;

	/** First the call that leaves the second first. */
	private final Queue<Call> counted = new PriorityQueue<>();

	/** How long the last calls took, those of a second at most. */
	private final long[] taken;

	private int answers;

	/** What calls of the last second's worth took that were not late. */
	private long lastTaken;

	/**
	 * The same of the last two, whichever is less: one may have had a pause in it, or the
	 * first connections. Nothing, until both have shown it.
	 */
	private long usuallyTaken;

	/**
	 * Without a call so far.
	 * @param most how many calls it has room for; 0 for all there are
	 */
	SlidingSecond(int most, long length) {
		this.most = most;
		this.length = length;
		this.taken = new long[most];
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
		// Not answered by then it is late, unless all are, and may be on its way for as
		// long again.
		call.leaves = now + ((this.usuallyTaken < this.length) ? 2 : 1) * this.length;
		this.counted.add(call);
		return 0;
	}

	/** Ends a call. */
	synchronized void answered(Call call, long now) {
		if (this.most == 0) {
			return;
		}
		long time = now - call.begun;
		if (this.counted.remove(call)) {
			call.leaves = call.begun + Math.max(0, time - this.usuallyTaken) + this.length;
			this.counted.add(call);
		}
		learn(time);
	}

	/** The times of two seconds' worth of calls judge those of the next. */
	private void learn(long time) {
		this.taken[this.answers++] = time;
		if (this.answers == this.most) {
			Arrays.sort(this.taken);
			long fast = this.taken[this.most / 10];
			boolean even = this.taken[this.most / 2] - fast < this.length / 20;
			long now = even ? fast : this.taken[this.most * 9 / 10];
			this.usuallyTaken = Math.min(this.lastTaken, now);
			this.lastTaken = now;
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
