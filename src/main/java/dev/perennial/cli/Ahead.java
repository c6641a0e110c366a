package dev.perennial.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.night.NightAhead;
import dev.perennial.night.NightAhead.Coming;
import dev.perennial.renewal.Tonight;

import org.springframework.context.ApplicationContext;

/** The nights ahead, as the decisions take them. */
record Ahead(NightAhead nights, Rulebooks rulebooks) {

	static Ahead in(ApplicationContext context) {
		return new Ahead(context.getBean(NightAhead.class), context.getBean(Rulebooks.class));
	}

	Tonight tonight(Coming coming) {
		return this.rulebooks.tonight(coming.date(), coming.today(), coming.settings());
	}

	/** The nights from one to a date, both inclusive. */
	List<Tonight> until(Coming first, LocalDate last) {
		List<Tonight> nights = new ArrayList<>();
		nights.add(tonight(first));
		first.date()
			.plusDays(1)
			.datesUntil(last.plusDays(1))
			.forEach((date) -> nights.add(tonight(this.nights.later(first, date))));
		return nights;
	}

}
