package dev.perennial.cli;

import java.time.Duration;
import java.util.Objects;

import dev.perennial.work.lease.LeaseTaken;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the schema up to date at a start that may do that, but not under a night of an
 * earlier version, which knows other tables.
 */
final class Migration implements FlywayMigrationStrategy {

	private final boolean allowed;

	private final Duration lease;

	/**
	 * @param allowed whether the command may
	 * @param lease how long who shows no sign of life counts as alive
	 */
	Migration(boolean allowed, Duration lease) {
		this.allowed = allowed;
		this.lease = lease;
	}

	@Override
	public void migrate(Flyway flyway) {
		MigrationInfoService schema = flyway.info();
		MigrationInfo[] pending = schema.pending();
		if (pending.length > 0 && !this.allowed) {
			throw InstalledSchema.lacks(pending[0].getScript());
		}
		if (pending.length > 0 && schema.current() != null) {
			requireNobodyRuns(flyway);
		}
		flyway.migrate();
	}

	private void requireNobodyRuns(Flyway flyway) {
		Holder holder = new Nights(JdbcClient.create(Objects.requireNonNull(flyway.getConfiguration().getDataSource())))
			.holder();
		if (holder.owner() != null && holder.silentSeconds() <= this.lease.toSeconds()) {
			throw new LeaseTaken(holder.owner(),
					"the schema is older than this program, and changes under nobody. Wait for it, or ask it to stop"
							+ " with 'perennial stop' of the program that it is");
		}
	}

}
