package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.perennial.catalogue.CatalogueTexts;

/** What people do before the night of a day. */
final class SampleEvents {

	private final Mix mix;

	private final LocalDate day;

	private final SampleRequests requests;

	SampleEvents(Mix mix, LocalDate day, SampleRequests requests) {
		this.mix = mix;
		this.day = day;
		this.requests = requests;
	}

	/**
	 * All events in the order of their days.
	 */
	List<Event> all() {
		List<Event> events = new ArrayList<>();
		for (List<String> cells : TextTable.read("events.txt", 4)) {
			String of = cells.get(2).startsWith("REQ-") ? this.requests.subscriptionOf(cells.get(2)) : cells.get(2);
			for (SampleCase.Copy copy : this.mix.copiesOf(of)) {
				LocalDate on = this.day.plusDays(Integer.parseInt(cells.get(0)) + (long) copy.shift());
				events.add(new Event(on, cells.get(1), cells.get(2) + copy.suffix(), cells.get(3)));
			}
		}
		events.sort(Comparator.comparing(Event::on));
		return events;
	}

	/**
	 * The catalogue as it stands from the night of a day on, for each day on which it
	 * changes.
	 * @param first the catalogue of the first night
	 */
	Map<LocalDate, CatalogueTexts> editions(CatalogueTexts first) {
		Map<LocalDate, CatalogueTexts> editions = new TreeMap<>();
		CatalogueTexts texts = first;
		for (Event event : all()) {
			String[] of = (event.id() + " ").split(" ", 2);
			if (event.act().equals("PRICE")) {
				texts = new CatalogueTexts(
						PriceEdition.with(texts.offers(), of[0], of[1].strip(), event.on().plusDays(1), event.value()),
						texts.seller(), texts.tax());
			}
			else if (event.act().equals("RATE")) {
				texts = new CatalogueTexts(texts.offers(), texts.seller(),
						texts.tax() + "  - {country: %s, from: 2004-01-01, percent: \"%s\"}\n".formatted(event.id(),
								event.value()));
			}
			else {
				continue;
			}
			editions.put(event.on(), texts);
		}
		return editions;
	}

	/**
	 * Something a person does.
	 *
	 * @param on before the night of this day
	 * @param act what: PARTNER, CHECK, HOLD, RELEASE, REFUND, END_OF_TERM, REJECT, RETRY,
	 * PRICE or RATE
	 * @param id of the subscription or request, or the offer and currency
	 * @param value what is new
	 */
	record Event(LocalDate on, String act, String id, String value) {

	}

}
