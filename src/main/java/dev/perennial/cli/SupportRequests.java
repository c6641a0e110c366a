package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The support requests, and the ends that people decided (rules 10). */
final class SupportRequests {

	private final JdbcClient jdbc;

	SupportRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Found> find(String id) {
		return !Arguments.canBeAName(id) ? Optional.empty()
				: this.jdbc.sql("SELECT * FROM support_request WHERE request_id = :id")
					.param("id", id)
					.query((rs, row) -> new Found(id, rs.getString("kind"), rs.getString("subscription_id"),
							new State(rs.getString("state"), rs.getObject("filed_in", LocalDate.class),
									rs.getObject("state_in", LocalDate.class)),
							new Decision(rs.getString("asked_end"), rs.getString("asked_by")),
							holds(rs.getString("subscription_id"))))
					.optional();
	}

	/**
	 * Records the end for the next night.
	 * @return whether the request was still open
	 */
	boolean end(String id, String end, String who) {
		return this.jdbc.sql("""
				UPDATE support_request SET asked_end = :end, asked_by = :who
				WHERE request_id = :id AND state NOT IN ('RESOLVED', 'REJECTED')
				""").param("end", end).param("who", who).param("id", id).update() == 1;
	}

	private List<String> holds(String subscription) {
		return this.jdbc.sql("""
				SELECT CONCAT(reason, ' since ', begun_in) FROM subscription_hold
				WHERE subscription_id = :subscription AND ended_in IS NULL ORDER BY begun_in, reason
				""").param("subscription", subscription).query(String.class).list();
	}

	/**
	 * A support request.
	 *
	 * @param id its number
	 * @param kind CANCEL or LATE_OFF
	 * @param subscription whose it is
	 * @param state where it stands
	 * @param decision what a person decided
	 * @param holds the open holds of the subscription
	 */
	record Found(String id, String kind, String subscription, State state, Decision decision, List<String> holds) {

		boolean ended() {
			return this.state.name().equals("RESOLVED") || this.state.name().equals("REJECTED");
		}

		String text() {
			return "Request %s, %s of subscription %s: %s since %s, filed in the night of %s\nHolds: %s\nEnd: %s"
				.formatted(this.id, this.kind, this.subscription, this.state.name(), this.state.since(),
						this.state.filed(), this.holds.isEmpty() ? "none" : String.join(", ", this.holds),
						(this.decision.end() == null) ? "not decided"
								: "%s, decided by %s%s".formatted(this.decision.end(), this.decision.by(),
										ended() ? "" : "; the next night carries it out"));
		}

	}

	/**
	 * Where a request stands.
	 *
	 * @param name its state
	 * @param filed the night that filed it
	 * @param since the night that brought it into its state
	 */
	record State(String name, LocalDate filed, LocalDate since) {
	}

	/**
	 * What a person decided.
	 *
	 * @param end REFUND, END_OF_TERM, REJECT, or nothing yet
	 * @param by who
	 */
	record Decision(@Nullable String end, @Nullable String by) {
	}

}
