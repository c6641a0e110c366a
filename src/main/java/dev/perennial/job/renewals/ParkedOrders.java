package dev.perennial.job.renewals;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.work.Attention;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The orders that a night parked, which are not always items of its plan: a look-up ends
 * well and finds what a person must see (rules 6.2).
 */
class ParkedOrders implements Attention {

	private final JdbcClient jdbc;

	ParkedOrders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> after(LocalDate businessDate) {
		return this.jdbc.sql("""
				SELECT order_number FROM renewal_order
				WHERE parked_error IS NOT NULL AND parked_in = :date ORDER BY order_number
				""")
			.param("date", businessDate)
			.query((row, number) -> "order %s is parked, 'perennial parked' says why".formatted(row.getString(1)))
			.list();
	}

}
