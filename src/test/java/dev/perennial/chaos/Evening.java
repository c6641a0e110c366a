package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.demo.LocalServers;
import dev.perennial.testing.TestDatabase;

/**
 * One night and all the processes that work on it, with the servers that see what they
 * do.
 *
 * @param database where it is stored
 * @param servers the outside
 * @param arguments settings of the program on the evening before
 * @param folder for what the processes say
 * @param quick how they are started
 * @param failedStarts how many starts failed though nothing was done to them
 */
public record Evening(TestDatabase database, LocalServers servers, List<String> arguments, Path folder,
		QuickStart quick, AtomicInteger failedStarts) implements AutoCloseable {

	/** Without a fault. */
	static final int STARTS = 3;

	/**
	 * Starts the night, or goes on with it.
	 * @param killAt the number of the point it dies at; 0 is none
	 */
	public Start start(int killAt) throws IOException, InterruptedException {
		return begin(killAt).end();
	}

	/**
	 * The same behind a process that died or stands still: its last beat may have been on
	 * its way to the server, and looks like life.
	 * @param more settings that win, {@code --key=value}
	 */
	public Start takeOver(int killAt, String... more) throws IOException, InterruptedException {
		Start start = begin(killAt, more).end();
		for (int refused = 1; refused < STARTS && start.refused(); refused++) {
			start = begin(killAt, more).end();
		}
		return start;
	}

	/**
	 * Starts it, and does not wait for the end.
	 * @param more settings that win, {@code --key=value}
	 */
	public Begun begin(int killAt, String... more) throws IOException {
		return begin(SmallNight.D, killAt, more);
	}

	/** The night of another date. */
	public Begun begin(LocalDate night, int killAt, String... more) throws IOException {
		Path said = Files.createTempFile(this.folder, "start-", ".log");
		return new Begun(this.quick.process(KillableProgram.class, "-D%s=%d".formatted(KillPoints.KILL_AT, killAt))
			.start(orders(night, more).command(), said), said);
	}

	/**
	 * The night with a blow to its process.
	 * @param moment its name and, behind {@code #}, which of those that are called so
	 */
	public Begun begin(Blow blow, String moment, String... more) throws IOException {
		Path said = Files.createTempFile(this.folder, "start-", ".log");
		return new Begun(this.quick
			.process(KillableProgram.class, "-D%s=%s".formatted(KillPoints.KILL_AT, moment),
					"-D%s=%s".formatted(Blow.SETTING, blow))
			.start(orders(SmallNight.D, more).command(), said), said);
	}

	/**
	 * Starts it again until it is done, as a timer does.
	 * @param what what had happened to it
	 */
	public void finish(Object what) throws IOException, InterruptedException {
		StringBuilder said = new StringBuilder();
		for (int start = 0; start < STARTS; start++) {
			Start next = takeOver(0);
			if (next.done()) {
				return;
			}
			said.append(next.said());
			this.failedStarts.incrementAndGet();
		}
		throw new AssertionError("%s, and not done after %d starts: %s".formatted(what, STARTS, said));
	}

	/** What the program is told, with settings that win. */
	List<String> command(String... more) {
		return orders(SmallNight.D, more).command();
	}

	private NightOrders orders(LocalDate night, String... more) {
		return NightOrders.of(night, this.arguments).with(this.servers.settings()).with(List.of(more));
	}

	/** What the servers outside have seen by now although no row meant it. */
	public List<String> unexplained() throws IOException {
		return Unexplained.of(this.database, this.servers.outside());
	}

	public Outcome outcome() throws IOException {
		return Outcome.of(this.database, this.servers.outside());
	}

	@Override
	public void close() {
		this.servers.close();
	}

	/**
	 * A process that works.
	 *
	 * @param process to be tormented
	 * @param said the file for what it says
	 */
	public record Begun(Process process, Path said) {

		/** Waits for its end. */
		public Start end() throws IOException, InterruptedException {
			try {
				if (!this.process.waitFor(600, TimeUnit.SECONDS)) {
					throw new IllegalStateException("Does not end: " + Files.readString(this.said));
				}
				return new Start(this.process.exitValue(), Files.readString(this.said));
			}
			finally {
				this.process.destroyForcibly();
			}
		}

	}

	/**
	 * How a process ended.
	 *
	 * @param exit its exit code
	 * @param said all it said
	 */
	public record Start(int exit, String said) {

		public boolean killed() {
			return this.exit == KillPoints.KILLED;
		}

		/** Another process had the lease. */
		public boolean refused() {
			return this.exit == 4;
		}

		/** Done, whether or not a person should look. */
		public boolean done() {
			return this.exit == 0 || this.exit == 3;
		}

		/** The points it passed, the last of them the one it died at, if it did. */
		public List<String> points() {
			return this.said.lines().filter((line) -> line.matches("point \\d+ .*")).toList();
		}

	}

}
