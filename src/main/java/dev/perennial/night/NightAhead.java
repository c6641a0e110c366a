package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.launch.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * The nights to come, looked at without beginning one.
 */
public final class NightAhead {

	private final BusinessDates dates;

	private final Nights nights;

	private final NightRules rules;

	private final NightOrder order;

	private final JobsLeft left;

	NightAhead(BusinessDates dates, Nights nights, NightRules rules, NightOrder order, JobsLeft left) {
		this.dates = dates;
		this.nights = nights;
		this.rules = rules;
		this.order = order;
		this.left = left;
	}

	/**
	 * The night that a request would run, empty if there is nothing to do.
	 * @throws NotStarted if the request cannot be run as it stands
	 */
	public Optional<Coming> of(NightRequest request) {
		// Refused before the date is looked at
		this.order.names(request);
		return this.dates.next(request.date()).map((date) -> coming(date, request));
	}

	/**
	 * The oldest open night, today's where no night has a date yet.
	 */
	public Coming oldestOpen() {
		return coming(this.dates.oldestOpen().orElseGet(this.dates::civilToday), NightRequest.of(null, ""));
	}

	/** A night after one that is to come, with the rules as they stand now. */
	public Coming later(Coming first, LocalDate date) {
		return new Coming(date, today(date), date.equals(first.date()) ? first.settings() : this.rules.text(),
				List.of());
	}

	/** Whether the night of a date is closed. */
	public boolean isClosed(LocalDate date) {
		return this.nights.find(date).filter(NightRow::closed).isPresent();
	}

	private Coming coming(LocalDate date, NightRequest request) {
		Optional<NightRow> begun = this.nights.find(date).filter((night) -> night.today() != null);
		@Nullable LocalDate stored = begun.map(NightRow::today).orElse(null);
		String settings = begun.map(NightRow::settings).orElseGet(this.rules::text);
		Occasion occasion = new Occasion(date, (stored != null) ? stored : today(date), request.scope(), settings,
				this.rules.limits(settings).parking());
		return new Coming(date, occasion.today(), settings, this.left.of(request, occasion));
	}

	/** A night is not run before its day. */
	private LocalDate today(LocalDate date) {
		LocalDate today = this.dates.today(date);
		return today.isBefore(date) ? date : today;
	}

	/**
	 * A night to come.
	 *
	 * @param date the business date
	 * @param today the civil date of its first start (rules 1.7)
	 * @param settings the rules that it uses (rules 1.1)
	 * @param jobs the jobs that it has still to run, in their order
	 */
	public record Coming(LocalDate date, LocalDate today, String settings, List<String> jobs) {

	}

}
