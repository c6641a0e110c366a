package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.perennial.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * One big night, worked by the real program as a process, with servers in processes of
 * their own.
 *
 * @param database where it is stored
 * @param servers the outside
 * @param program how the program is started
 * @param orders what it is told
 * @param folder for what the processes say
 */
record BigEvening(TestDatabase database, ServerProcesses servers, List<String> program, NightOrders orders,
		Path folder) implements AutoCloseable {

	private static final int LIMIT = 1200;

	/**
	 * Starts the night, or goes on with it, and waits until it has the lease, or has
	 * ended.
	 */
	BigStart start() throws IOException, InterruptedException {
		@Nullable String before = owner();
		List<String> command = new ArrayList<>(this.program);
		command.addAll(this.orders.command());
		Path said = Files.createTempFile(this.folder, "start-", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		while (process.isAlive() && (owner() == null || owner().equals(before))) {
			Thread.sleep(20);
		}
		return new BigStart(process, said, System.nanoTime());
	}

	private @Nullable String owner() {
		return this.database.ownerJdbc()
			.sql("SELECT owner FROM night_lease")
			.query(String.class)
			.optional()
			.orElse(null);
	}

	/** The job that runs, for people. */
	String job() {
		return String.join("+",
				this.database.ownerJdbc()
					.sql("SELECT job FROM batch_run WHERE state = 'RUNNING' AND business_date = :date")
					.param("date", BigNight.D)
					.query(String.class)
					.list());
	}

	Outcome outcome() throws IOException {
		return Outcome.of(this.database, this.servers.outside());
	}

	@Override
	public void close() {
		this.servers.close();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

	/**
	 * A process that has the lease, or has ended.
	 *
	 * @param process it
	 * @param said the file for what it says
	 * @param since when, by the clock of the machine in nanoseconds
	 */
	record BigStart(Process process, Path said, long since) {

		/**
		 * Kills it at an instant.
		 * @param millis since it has the lease
		 * @return whether it was still there
		 */
		boolean kill(long millis) throws InterruptedException {
			boolean ended = this.process.waitFor(millis, TimeUnit.MILLISECONDS);
			this.process.destroyForcibly().waitFor();
			return !ended;
		}

		/** Waits for its end. */
		int end() throws InterruptedException {
			if (!this.process.waitFor(LIMIT, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
			return this.process.exitValue();
		}

		boolean done() {
			return this.process.exitValue() == 0 || this.process.exitValue() == 3;
		}

		long millis() {
			return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - this.since);
		}

		String text() throws IOException {
			return Files.readString(this.said);
		}

	}

}
