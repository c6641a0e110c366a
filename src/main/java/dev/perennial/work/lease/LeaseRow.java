package dev.perennial.work.lease;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lease as it stands in the database.
 *
 * @param owner who has it, or nobody
 * @param beat moved by its holder
 */
record LeaseRow(@Nullable String owner, long beat) {

	static LeaseRow read(JdbcClient jdbc) {
		return jdbc.sql("SELECT owner, beat FROM night_lease WHERE id = 1")
			.query((rs, row) -> new LeaseRow(rs.getString("owner"), rs.getLong("beat")))
			.single();
	}

	/** A name that no process had before: process, and what makes it unique. */
	static String newOwner() {
		return "process %d (%s)".formatted(ProcessHandle.current().pid(),
				UUID.randomUUID().toString().substring(0, 13));
	}

	static void requestStop(JdbcClient jdbc, String owner) {
		jdbc.sql("UPDATE night_lease SET stop_requested = TRUE WHERE id = 1 AND owner = :owner")
			.param("owner", owner)
			.update();
	}

	/**
	 * The fence, if the owner has the lease, or a take-over of it whose answer was lost
	 * is just being committed.
	 */
	static Optional<Long> fenceOf(JdbcClient jdbc, String owner) {
		return jdbc.sql("SELECT id FROM night_lease WHERE id = 1 AND owner = :owner FOR UPDATE")
			.param("owner", owner)
			.query(Long.class)
			.optional()
			.map((id) -> jdbc.sql("SELECT fence FROM night_fence WHERE id = :id")
				.param("id", id)
				.query(Long.class)
				.single());
	}

	/**
	 * Takes the lease over from the state in which it was seen, inside the caller's
	 * transaction. The fence moves at every taking, behind the last transaction of the
	 * holder before.
	 * @return our fence, or nothing if the lease is no longer in that state
	 */
	static Optional<Long> moveFence(JdbcClient jdbc, LeaseRow seen, String owner, @Nullable LocalDate businessDate) {
		long fence = jdbc.sql("SELECT fence FROM night_fence WHERE id = 1 FOR UPDATE").query(Long.class).single() + 1;
		int taken = jdbc.sql("""
				UPDATE night_lease
				SET owner = :owner, business_date = :businessDate, beat = beat + 1,
				    beat_at = UTC_TIMESTAMP(3), stop_requested = FALSE
				WHERE id = 1 AND owner <=> :seenOwner AND beat = :seenBeat
				""")
			.param("owner", owner)
			.param("businessDate", businessDate)
			.param("seenOwner", seen.owner())
			.param("seenBeat", seen.beat())
			.update();
		if (taken == 0) {
			return Optional.empty();
		}
		jdbc.sql("UPDATE night_fence SET fence = :fence WHERE id = 1").param("fence", fence).update();
		return Optional.of(fence);
	}

}
