package dev.perennial.night;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.work.lease.FencedTransactions;
import org.jspecify.annotations.Nullable;

/**
 * Which date is next: dates close strictly in order, without a gap (rules 1.4).
 */
public final class BusinessDates {

	private final Nights nights;

	private final FencedTransactions transactions;

	private final NightSettings settings;

	private final Clock clock;

	BusinessDates(Nights nights, FencedTransactions transactions, NightSettings settings, Clock clock) {
		this.nights = nights;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/** The oldest date that is not closed; none before the first night has a date. */
	public Optional<LocalDate> oldestOpen() {
		return this.nights.newest()
			.map((newest) -> newest.closed() ? newest.businessDate().plusDays(1) : newest.businessDate());
	}

	/**
	 * The oldest open date, fixed as the first night's if there was none (rules 1.4).
	 * Under the lease.
	 * @param asked the date that was given, if one was
	 * @throws NotStarted if none was given and none is open, or another one is open
	 */
	public LocalDate open(@Nullable LocalDate asked) {
		LocalDate open = oldestOpen().orElseGet(() -> first(asked));
		if (asked != null && !asked.equals(open)) {
			throw new NotStarted("%s is not next: the oldest open date is %s".formatted(asked, open));
		}
		if (this.nights.find(open).isEmpty()) {
			this.transactions.run(() -> this.nights.open(open));
		}
		return open;
	}

	/**
	 * The night to run.
	 * @param asked the date that was given, if one was
	 * @return the date, or none if there is nothing to do
	 * @throws NotStarted if the date is not one that can be run now
	 */
	Optional<LocalDate> next(@Nullable LocalDate asked) {
		LocalDate open = oldestOpen().orElseGet(() -> first(asked));
		if (asked == null) {
			return future(open) ? Optional.empty() : Optional.of(open);
		}
		if (asked.isBefore(open) && this.nights.find(asked).isPresent()) {
			return Optional.empty();
		}
		if (!asked.equals(open)) {
			throw new NotStarted("%s is not next: the oldest open date is %s".formatted(asked, open));
		}
		if (future(asked)) {
			throw new NotStarted("%s is after today, %s: expected a date up to today".formatted(asked, today(asked)));
		}
		return Optional.of(asked);
	}

	/**
	 * The next night of a catch-up: never one after the real today, in a simulation too.
	 */
	Optional<LocalDate> nextToCatchUp() {
		LocalDate real = civilToday();
		return oldestOpen().filter((open) -> !open.isAfter(real));
	}

	/** The civil date of a first start of the night of D, now (rules 1.7). */
	LocalDate today(LocalDate businessDate) {
		return switch (this.settings.today()) {
			case BUSINESS_DATE -> businessDate;
			case REAL -> civilToday();
		};
	}

	/** The civil date of the seller (rules 1.2). */
	LocalDate civilToday() {
		return LocalDate.ofInstant(this.clock.instant(), this.settings.zone());
	}

	private boolean future(LocalDate date) {
		return date.isAfter(today(date));
	}

	private static LocalDate first(@Nullable LocalDate asked) {
		if (asked == null) {
			throw new NotStarted("The first night needs a date, which fixes it: expected --date, such as 2026-11-22");
		}
		return asked;
	}

}
