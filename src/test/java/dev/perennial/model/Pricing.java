package dev.perennial.model;

import java.time.LocalDate;
import java.util.OptionalLong;

/** The net of an automatic renewal (rules 5.2, 5.3). */
final class Pricing {

	private final Tonight night;

	Pricing(Tonight night) {
		this.night = night;
	}

	/** The list price of the next term's first day, as the list stands tonight. */
	OptionalLong list(Subscription subscription) {
		return this.night.listPrice(subscription, subscription.current().span.next().starts()); // 5.2
	}

	/** What is charged or invoiced automatically; empty: PRICE_MISSING. */
	OptionalLong automatic(Subscription subscription) {
		OptionalLong list = list(subscription);
		if (list.isEmpty()) {
			return list; // 5.6
		}
		Term term = subscription.current();
		if (term.quote.isEmpty()) {
			term.quote = list; // 5.2: the night that claims
		}
		// 5.3: it fell, so charge less
		return OptionalLong.of(Math.min(list.getAsLong(), cap(term)));
	}

	private long cap(Term term) {
		LocalDate enough = this.night.date.minusDays(7);
		boolean announced = term.raised.isPresent() && !term.raisedSent.isAfter(enough);
		return announced ? term.raised.getAsLong() : term.quote.orElseThrow(); // 5.3
	}

}
