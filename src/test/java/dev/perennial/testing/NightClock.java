package dev.perennial.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still at two o'clock of a night until somebody turns it on to another. */
public final class NightClock extends Clock {

	private volatile Instant now;

	public NightClock(LocalDate date) {
		this.now = at(date);
	}

	private static Instant at(LocalDate date) {
		return date.atTime(2, 0).toInstant(ZoneOffset.UTC);
	}

	/**
	 * Turns to the night of a date, or where it stands there already on by more than the
	 * time after which a charge that is not found was not made.
	 */
	public void turnTo(LocalDate date) {
		boolean there = LocalDate.ofInstant(this.now, ZoneOffset.UTC).equals(date);
		this.now = there ? this.now.plus(Duration.ofMinutes(61)) : at(date);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return fixed(this.now, zone);
	}

}
