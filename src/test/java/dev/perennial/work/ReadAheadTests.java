package dev.perennial.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read ahead waits for no lock: whoever claims waits for it in a transaction that
 * others wait for.
 */
@Tag("mysql")
@DatabaseTest
class ReadAheadTests {

	private final TestDatabase database;

	/** Who waits until all transactions are at their end, as before a try. */
	private volatile @Nullable CompletableFuture<Void> waiting;

	ReadAheadTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void aClaimGoesOnBesideOneWhoWaitsForItsEnd() {
		Toy toy = new Toy(this.database);
		toy.again(this.database, 6);
		DataSource source = new DelegatingDataSource(this.database.app()) {
			@Override
			public Connection getConnection() throws SQLException {
				if (Thread.currentThread().getName().contains("-ahead-") && begins()) {
					awaitLockWait();
				}
				return super.getConnection();
			}
		};
		try (ToyProcess process = new ToyProcess(source, ToyProcess.LONG_LEASE)) {
			JdbcClient jdbc = JdbcClient.create(source);
			assertThat(process.run(NightlyJob.of("toy", new BookCustomers(jdbc),
					new PayCustomers(jdbc, new Pace(1, 3, 3, RateLimiter.unlimited())))))
				.isEqualTo(RunEnd.COMPLETED);
		}
		assertThat(this.waiting).isNotNull()
			.as("its lock was granted before its patience ended")
			.succeedsWithin(1, TimeUnit.MINUTES);
		toy.drop();
	}

	/** The first time, from within a claim that waits for this thread. */
	private boolean begins() {
		if (this.waiting != null) {
			return false;
		}
		this.waiting = CompletableFuture.runAsync(this::lockFence);
		return true;
	}

	private void lockFence() {
		try (Connection connection = this.database.owner().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("SET SESSION innodb_lock_wait_timeout = 20");
			statement.execute("SELECT fence FROM night_fence WHERE id = 1 FOR UPDATE");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitLockWait() {
		Awaitility.await()
			.atMost(30, TimeUnit.SECONDS)
			.until(() -> this.database.ownerJdbc()
				.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
				.query(Long.class)
				.single() > 0);
	}

}
