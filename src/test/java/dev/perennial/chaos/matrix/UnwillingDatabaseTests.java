package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.testing.TestDatabase;
import dev.perennial.testing.TestServer;
import dev.perennial.testing.TestServer.Product;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database server that takes no writes for a while, or lets nobody in: the night says
 * so and ends, parks nobody for it, and the next start finishes it (rules 11.4).
 */
@Tag("verify")
@Tag("mysql")
class UnwillingDatabaseTests {

	private static final int SOME = 1;

	private static final int MANY = 20;

	/** As few as both servers can be told to let in. */
	private static final int FEW = 10;

	/** As the settings have it, with other numbers: it gives up sooner. */
	private static final String[] IMPATIENT = { "--spring.datasource.hikari.connection-timeout=4000",
			"--work.restarts=1", SmallNight.SURE_OF_ITS_LEASE };

	@TempDir
	Path folder;

	@Test
	void takesNoWritesForAWhile() throws Exception {
		try (MortalServer server = server();
				FaultyNights nights = nights(server, "database server read-only for a while")) {
			for (int point : points(nights)) {
				try (Evening evening = nights.evening()) {
					String what = "read-only from point %d on".formatted(point);
					Victim victim = Victim.at(point, evening, IMPATIENT);
					readOnly(evening, true);
					Start start = victim.end();
					readOnly(evening, false);
					finishes(nights, evening, start, what, "read-only");
				}
			}
			nights.complete();
		}
	}

	@Test
	void letsNobodyInForAWhile() throws Exception {
		try (MortalServer server = server();
				FaultyNights nights = nights(server, "all connections to the database taken for a while")) {
			for (int point : points(nights)) {
				try (Evening evening = nights.evening(); Wire wire = new Wire(server.server().port())) {
					String what = "no connection from point %d on".formatted(point);
					String over = FaultyNights.database(evening, wire);
					Victim victim = Victim.at(point, evening,
							Stream.concat(Stream.of(IMPATIENT), Stream.of(over)).toArray(String[]::new));
					Start start;
					try (Crowd crowd = new Crowd(evening)) {
						assertThat(crowd.size()).isGreaterThan(FEW);
						wire.cut();
						start = victim.end();
						Start refused = evening.begin(0, over).end();
						assertThat(refused.done()).as("%s, and a start: %s", what, refused.said()).isFalse();
						assertThat(refused.said()).contains("Too many connections");
					}
					finishes(nights, evening, start, what, "too many connections");
				}
			}
			nights.complete();
		}
	}

	private MortalServer server() throws IOException, InterruptedException {
		return MortalServer.start(this.folder.resolve("server")).administered();
	}

	private FaultyNights nights(MortalServer server, String fault) throws IOException {
		return new FaultyNights(this.folder, fault, TestDatabase.take(server.server()));
	}

	private static List<Integer> points(FaultyNights nights) throws Exception {
		return nights.random(nights.undisturbed().points().size() - 1, SOME, MANY);
	}

	private static void finishes(FaultyNights nights, Evening evening, Start start, String what, String reason)
			throws Exception {
		System.out.println(what + ", exit " + start.exit());
		assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(0, 1, 3);
		if (!start.done()) {
			assertThat(start.said().toLowerCase(Locale.ROOT)).as(what).contains(reason);
			evening.finish(what);
		}
		nights.compare(evening, 0, what);
	}

	/** The user of the program has not the right to write all the same. */
	private static void readOnly(Evening evening, boolean on) {
		boolean mysql = evening.database().server().product() == Product.MYSQL;
		FaultyNights.execute(evening, "SET GLOBAL %s = %s".formatted(mysql ? "super_read_only" : "read_only", on));
		if (mysql && !on) {
			FaultyNights.execute(evening, "SET GLOBAL read_only = FALSE");
		}
	}

	/** Others who hold all connections that the server lets in. */
	private static final class Crowd implements AutoCloseable {

		private final List<Connection> connections = new ArrayList<>();

		private final Evening evening;

		private final String before;

		Crowd(Evening evening) throws SQLException {
			this.evening = evening;
			this.before = FaultyNights.texts(evening, "SELECT @@max_connections").get(0);
			TestServer server = evening.database().server();
			for (int connection = 0; connection <= FEW; connection++) {
				this.connections
					.add(DriverManager.getConnection(server.jdbcUrl(""), server.app().user(), server.app().password()));
			}
			FaultyNights.execute(evening, "SET GLOBAL max_connections = " + FEW);
		}

		int size() {
			return this.connections.size();
		}

		@Override
		public void close() throws SQLException {
			FaultyNights.execute(this.evening, "SET GLOBAL max_connections = " + this.before);
			for (Connection connection : this.connections) {
				connection.close();
			}
		}

	}

}
