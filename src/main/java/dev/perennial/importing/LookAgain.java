package dev.perennial.importing;

import java.time.LocalDate;
import java.util.Collection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the night look again at what an import may have changed. */
final class LookAgain {

	private LookAgain() {
	}

	/** A subscription that is final is never looked at again. */
	static void atSubscriptionsOf(JdbcTemplate jdbc, Collection<String> partnerIds, LocalDate day) {
		JdbcClient.create(jdbc)
			.sql("UPDATE subscription SET look_on = :day WHERE partner_id IN (:partners) AND look_on > :day")
			.param("day", day)
			.param("partners", partnerIds)
			.update();
	}

}
