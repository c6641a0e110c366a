package dev.perennial.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Hands out permits at an even rate, whoever asks: one limiter per outside party.
 * <p>
 * Each caller is given the next free instant and waits for it on its own, so a late
 * wake-up delays no other and the rate is used up as long as somebody waits. Nothing is
 * saved up: after a pause there is no burst. Whoever wakes late together with others
 * waits until a second of the other side has room.
 */
public final class RateLimiter {

	// Evenly spaced calls still arrive unevenly; one percent keeps a second's worth of
	// them below the limit on the other side.
	private static final double SLACK = 1.01;

	/** Half of the slack is for calls that arrive late. */
	private static final long SECOND = (long) (TimeUnit.SECONDS.toNanos(1) * (1 + SLACK) / 2);

	private final long interval;

	private final SlidingSecond second;

	private final LongSupplier nanos;

	private long next;

	RateLimiter(int perSecond, LongSupplier nanos) {
		this.interval = (perSecond > 0) ? (long) ((double) TimeUnit.SECONDS.toNanos(1) / perSecond * SLACK) : 0;
		this.nanos = nanos;
		this.next = nanos.getAsLong();
		this.second = new SlidingSecond(perSecond, SECOND);
	}

	/**
	 * A limiter on the clock of the machine.
	 * @param perSecond permits per second, more than zero
	 */
	public static RateLimiter perSecond(int perSecond) {
		if (perSecond <= 0) {
			throw new IllegalArgumentException("A rate of %d calls per second: more than 0".formatted(perSecond));
		}
		return new RateLimiter(perSecond, System::nanoTime);
	}

	/** A limiter that never makes anybody wait. */
	public static RateLimiter unlimited() {
		return new RateLimiter(0, System::nanoTime);
	}

	/**
	 * Waits for the next permit.
	 * @return what to run when the call is answered, well or not
	 * @throws InterruptedException if the thread is interrupted; the permit is lost then
	 */
	public Runnable acquire() throws InterruptedException {
		long instant = reserve();
		await(() -> instant - this.nanos.getAsLong());
		SlidingSecond.Call call = new SlidingSecond.Call();
		await(() -> Math.min(begin(call), this.interval));
		return () -> answered(call);
	}

	private void await(LongSupplier left) throws InterruptedException {
		for (long wait = left.getAsLong(); wait > 0; wait = left.getAsLong()) {
			if (Thread.interrupted()) {
				throw new InterruptedException("Interrupted while waiting " + Duration.ofNanos(wait));
			}
			LockSupport.parkNanos(this, wait);
		}
	}

	/** The instant of the next permit, in the nanoseconds of the limiter's clock. */
	synchronized long reserve() {
		long instant = Math.max(this.next, this.nanos.getAsLong());
		this.next = instant + this.interval;
		return instant;
	}

	long begin(SlidingSecond.Call call) {
		return this.second.begin(call, this.nanos.getAsLong());
	}

	void answered(SlidingSecond.Call call) {
		this.second.answered(call, this.nanos.getAsLong());
	}

}
