package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Outcome;
import dev.perennial.demo.LocalOutside;

/**
 * What the charges of nights came to.
 *
 * @param orders with their states and terms
 * @param books the orders that were charged, as the gateway has booked them
 */
record Charged(List<String> orders, List<String> books) {

	private static final String ORDERS = """
			SELECT CONCAT_WS(' ', o.order_number, o.state, t.starts_on, t.ends_on)
			  FROM renewal_order o LEFT JOIN term t ON t.order_number = o.order_number ORDER BY 1
			""";

	/** After nights of which each found the gateway there. */
	static Charged of(Evening evening) throws IOException {
		return of(evening, evening.servers().outside());
	}

	static Charged of(Evening evening, LocalOutside outside) throws IOException {
		return new Charged(FaultyNights.texts(evening, ORDERS),
				Outcome.of(evening.database(), outside)
					.books()
					.stream()
					.filter((row) -> row.endsWith(",succeeded"))
					.map((row) -> row.replaceFirst("/\\d+,", ","))
					.sorted()
					.toList());
	}

	/** Runs the night and the next, to which nothing happens. */
	static Charged undisturbed(FaultyNights nights) throws IOException, InterruptedException {
		try (Evening evening = nights.evening()) {
			evening.finish("nothing");
			FaultyNights.nextNight(evening);
			return of(evening);
		}
	}

}
