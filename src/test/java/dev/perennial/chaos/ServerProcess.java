package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.demo.LocalOutside;

/**
 * The card gateway or the mail catcher of the program as a process of its own.
 *
 * @param process it
 * @param said the file for what it says
 */
public record ServerProcess(Process process, Path said) implements AutoCloseable {

	private static final Pattern PLACE = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

	private static final int LIMIT = 600;

	/**
	 * Starts it, and does not wait until it answers.
	 * @param program how the program is started
	 * @param said the file for what it says
	 */
	public static ServerProcess start(List<String> program, Path said, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(program);
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().put("GATEWAY_APIKEY", LocalOutside.KEY);
		return new ServerProcess(builder.start(), said);
	}

	/** Waits until it listens. */
	public int port() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
		while (System.nanoTime() < deadline && this.process.isAlive()) {
			Matcher found = PLACE.matcher(Files.readString(this.said));
			if (found.find()) {
				return Integer.parseInt(found.group(1));
			}
			Thread.sleep(50);
		}
		close();
		throw new IllegalStateException("Does not start: " + Files.readString(this.said));
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
