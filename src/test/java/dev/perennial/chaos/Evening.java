package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.perennial.demo.LocalServers;
import dev.perennial.testing.NightLeft;
import dev.perennial.testing.ProgramProcess;
import dev.perennial.testing.TestDatabase;

/**
 * One night and all the processes that work on it, with the servers that see what they
 * do.
 *
 * @param database where it is stored
 * @param servers the outside
 * @param arguments settings of the program on the evening before
 * @param folder for what the processes say
 */
public record Evening(TestDatabase database, LocalServers servers, List<String> arguments,
		Path folder) implements AutoCloseable {

	/**
	 * Starts the night, or goes on with it.
	 * @param killAt the number of the point it dies at; 0 is none
	 */
	public Start start(int killAt) throws IOException, InterruptedException {
		return begin(killAt).end();
	}

	/**
	 * The same, and does not wait for the end.
	 * @param more settings that win, {@code --key=value}
	 */
	public Begun begin(int killAt, String... more) throws IOException {
		Path said = Files.createTempFile(this.folder, "start-", ".log");
		List<String> command = command();
		command.addAll(List.of(more));
		return new Begun(
				new ProgramProcess(KillableProgram.class, List.of("-D%s=%d".formatted(KillPoints.KILL_AT, killAt)))
					.start(command, said),
				said);
	}

	private List<String> command() {
		Map<String, String> settings = new LinkedHashMap<>();
		this.arguments.forEach((setting) -> {
			int equals = setting.indexOf('=');
			settings.put(setting.substring(2, equals), setting.substring(equals + 1));
		});
		settings.putAll(this.servers.settings());
		List<String> command = new ArrayList<>(List.of("night", "--date", SmallNight.D.toString(), "--approve"));
		settings.forEach((key, value) -> command.add("--%s=%s".formatted(key, value)));
		return command;
	}

	public NightLeft left() throws IOException {
		return NightLeft.of(this.database, this.servers.outbox(), this.servers.mailbox());
	}

	/** The charges as the gateway has booked them, without their instants. */
	public List<String> books() {
		return this.servers.gateway()
			.booksAsCsv()
			.lines()
			.map((line) -> line.substring(0, line.lastIndexOf(',')))
			.sorted()
			.toList();
	}

	/** The notices of which nobody knew, or knows, whether they were accepted. */
	public Set<String> doubtful() {
		Set<String> seen = new HashSet<>();
		Set<String> notices = new HashSet<>(this.database.ownerJdbc()
			.sql("SELECT notice_id FROM notice WHERE state = 'AMBIGUOUS'")
			.query(String.class)
			.list());
		this.servers.mailbox()
			.messages()
			.stream()
			.map((mail) -> mail.messageId())
			.filter((id) -> !seen.add(id))
			.forEach((id) -> notices.add(id.replaceAll("[<>]|@.*", "")));
		return notices;
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
				if (!this.process.waitFor(120, TimeUnit.SECONDS)) {
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
