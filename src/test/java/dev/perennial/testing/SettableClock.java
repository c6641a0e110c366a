package dev.perennial.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when a test says so. */
public final class SettableClock extends Clock {

	private volatile Instant now = Instant.parse("2026-06-23T01:00:00Z");

	public void goOn(Duration by) {
		this.now = this.now.plus(by);
	}

	/**
	 * Turns to two o'clock of a date, or where it stands in that day already on by more
	 * than the time after which a charge that is not found was not made.
	 */
	public void goOnTo(LocalDate date) {
		boolean there = LocalDate.ofInstant(this.now, ZoneOffset.UTC).equals(date);
		this.now = there ? this.now.plus(Duration.ofMinutes(61)) : date.atTime(2, 0).toInstant(ZoneOffset.UTC);
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
		return this;
	}

}
