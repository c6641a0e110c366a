package dev.perennial.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that somebody puts forward or back while the program runs. */
final class AdjustedClock extends Clock {

	private static final AtomicReference<Duration> ADJUSTED = new AtomicReference<>(Duration.ZERO);

	private final Clock real;

	AdjustedClock(Clock real) {
		this.real = real;
	}

	/** All clocks of this process at once. */
	static void adjust(Duration by) {
		ADJUSTED.accumulateAndGet(by, Duration::plus);
	}

	@Override
	public ZoneId getZone() {
		return this.real.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new AdjustedClock(this.real.withZone(zone));
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(ADJUSTED.get());
	}

}
