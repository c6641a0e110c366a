package dev.perennial.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/** Whether a notice about a term applies tonight (rules 8.1, third column). */
final class TermFacts {

	private final Tonight night;

	private final Pricing pricing;

	TermFacts(Tonight night) {
		this.night = night;
		this.pricing = new Pricing(night);
	}

	boolean apply(String code, Subscription subscription) {
		if (code.equals("WINDOW_LAST") && lapsedTonight(subscription)) {
			return true; // 8.2: still applies in the night of the lapse
		}
		if (!subscription.running()) {
			return false;
		}
		boolean on = !subscription.current().off;
		return switch (code) {
			case "RENEWAL_NOTICE", "RENEWAL_REMINDER" -> on;
			case "RENEWAL_NOTICE_LATE" -> on && renewalNoticeMissed(subscription) && !claimed(subscription);
			case "PRICE_CHANGE" -> on && priceRose(subscription);
			case "CARD_EXPIRES" -> on && cardExpires(subscription);
			case "EXPIRY_NOTICE", "EXPIRY_NOTICE_2", "EXPIRY_NOTICE_3" -> !on;
			case "WINDOW_OPEN", "WINDOW_HALF", "WINDOW_LAST" ->
				subscription.state == Subscription.State.IN_WINDOW && subscription.live().isEmpty();
			default -> throw new IllegalArgumentException(code);
		};
	}

	private boolean lapsedTonight(Subscription subscription) {
		return this.night.windowRows.stream()
			.anyMatch((row) -> row.get(0).equals(subscription.id) && row.get(6).equals("LAPSED"));
	}

	private boolean renewalNoticeMissed(Subscription subscription) {
		return this.night.books.notice(subscription, subscription.current(), "RENEWAL_NOTICE")
			.filter((notice) -> notice.state().equals("MISSED"))
			.isPresent();
	}

	/** 8.1, 7.4: a cancelled order is no claim any more. */
	private static boolean claimed(Subscription subscription) {
		return subscription.newest().filter((order) -> order.state != Order.State.CANCELLED).isPresent();
	}

	/** 5.3, 8.1: the list price stands above the quote. */
	private boolean priceRose(Subscription subscription) {
		OptionalLong list = listPrice(subscription);
		OptionalLong quote = subscription.current().quote;
		return list.isPresent() && quote.isPresent() && list.getAsLong() > quote.getAsLong();
	}

	/** 8.1: the last day of the card's month is before E+30. */
	private static boolean cardExpires(Subscription subscription) {
		if (!subscription.means.card() || subscription.means.expires().isEmpty()) {
			return false;
		}
		LocalDate last = YearMonth.parse(subscription.means.expires()).atEndOfMonth();
		return last.isBefore(Dates.windowCloses(subscription.ends()));
	}

	OptionalLong listPrice(Subscription subscription) {
		return this.pricing.list(subscription);
	}

	boolean taxKnown(Subscription subscription) {
		return this.night.tax(this.night.books.partnerOf(subscription), subscription.current().span.next().starts())
			.isPresent();
	}

}
