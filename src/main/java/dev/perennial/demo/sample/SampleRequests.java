package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests of the sample by the day of the file in which they come. */
final class SampleRequests {

	static final String HEADER = "request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,"
			+ "card_token,card_expires,note";

	private final Mix mix;

	private final LocalDate day;

	private final List<List<String>> table = TextTable.read("requests.txt", 9);

	SampleRequests(Mix mix, LocalDate day) {
		this.mix = mix;
		this.day = day;
	}

	Map<LocalDate, List<List<String>>> byFile() {
		Map<LocalDate, List<List<String>>> files = new TreeMap<>();
		for (List<String> cells : this.table) {
			for (SampleCase.Copy copy : this.mix.copiesOf(cells.get(4))) {
				files.computeIfAbsent(day(cells.get(0), copy), (key) -> new ArrayList<>()).add(row(cells, copy));
			}
		}
		return files;
	}

	/** The named subscription a request is about, empty if there is none. */
	String subscriptionOf(String requestId) {
		return this.table.stream()
			.filter((cells) -> cells.get(2).equals(requestId))
			.map((cells) -> cells.get(4))
			.findFirst()
			.orElse("");
	}

	private List<String> row(List<String> cells, SampleCase.Copy copy) {
		String subscription = cells.get(4) + copy.suffix();
		String partner = cells.get(5);
		if (partner.isEmpty() && this.mix.has(subscription)) {
			partner = this.mix.get(subscription).partnerId();
		}
		String[] offer = (cells.get(6) + " ").split(" ", 2);
		String pays = cells.get(7);
		boolean card = pays.startsWith("pm_");
		return List.of(cells.get(2) + copy.suffix(), day(cells.get(1), copy).toString(), cells.get(3), subscription,
				partner, offer[0], offer[1].strip(), card ? "card" : pays, card ? pays : "",
				card ? YearMonth.from(this.day).plusMonths(40).toString() : "", cells.get(8));
	}

	private LocalDate day(String offset, SampleCase.Copy copy) {
		return this.day.plusDays(Integer.parseInt(offset) + (long) copy.shift());
	}

}
