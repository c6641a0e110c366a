package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The qualification checks of the sample by the day of the import that brings them. */
final class SampleChecks {

	static final String HEADER = "partner_id,offer,checked_on,passed";

	private static final Set<String> QUALIFIED = Set.of("SILVER", "GOLD");

	private static final int EVERY = 28;

	private static final int ROUNDS = 16;

	private final LocalDate day;

	private final Map<LocalDate, List<List<String>>> files = new TreeMap<>();

	SampleChecks(LocalDate day) {
		this.day = day;
	}

	/** Checks of these subscriptions, and what people enter by hand. */
	Map<LocalDate, List<List<String>>> byFile(Iterable<SampleSubscription> subscriptions,
			List<SampleEvents.Event> events, Mix mix) {
		for (SampleSubscription subscription : subscriptions) {
			if (QUALIFIED.contains(subscription.of().terms().offer())) {
				if (subscription.of().id().matches("SUB-\\d+")) {
					regular(subscription);
				}
				else {
					marked(subscription);
				}
			}
		}
		events.stream()
			.filter((event) -> event.act().equals("CHECK"))
			.forEach((event) -> add(event.on(), mix.get(event.id()), event.on().minusDays(1), event.value()));
		return this.files;
	}

	private void marked(SampleSubscription subscription) {
		for (String mark : List.of("check", "failed")) {
			String days = subscription.of().buyer().value(mark);
			if (!days.isEmpty()) {
				LocalDate on = this.day.plusDays(Integer.parseInt(days) + (long) subscription.copy().shift());
				LocalDate known = on.isBefore(this.day) ? this.day : on.plusDays(1);
				add(known, subscription, on, mark.equals("check") ? "yes" : "no");
			}
		}
	}

	/** A passed check in the four weeks before each renewal (rules 2.6). */
	private void regular(SampleSubscription subscription) {
		for (int round = 0; round < ROUNDS; round++) {
			LocalDate begin = this.day.plusDays((long) round * EVERY);
			LocalDate end = begin.plusDays(EVERY - 1L);
			LocalDate first = (round == 0) ? begin.minusDays(EVERY) : begin;
			LocalDate endsOn = subscription.term().endsOn();
			if (within(endsOn, first, end) || within(endsOn.plusYears(1), first, end)) {
				add(begin, subscription, begin.minusDays(1), "yes");
			}
		}
	}

	private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
		return !day.isBefore(first) && !day.isAfter(last);
	}

	private void add(LocalDate known, SampleSubscription subscription, LocalDate on, String passed) {
		this.files.computeIfAbsent(known, (key) -> new ArrayList<>())
			.add(List.of(subscription.partnerId(), subscription.of().terms().offer(), on.toString(), passed));
	}

}
