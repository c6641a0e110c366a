package dev.perennial.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.demo.LocalOutside;

/**
 * The card gateway and the mail catcher of the program's jar, each a process of its own
 * that writes every effect down with its key before it answers.
 */
final class ServerProcesses implements AutoCloseable {

	private static final int LIMIT = 600;

	private final List<Process> processes = new ArrayList<>();

	private final LocalOutside outside;

	/**
	 * Starts both.
	 * @param program how the program is started
	 * @param folder where books and mails lie, perhaps since an earlier start
	 */
	ServerProcesses(List<String> program, Path folder) throws IOException, InterruptedException {
		Path gateway = start(program, folder.resolve("gateway.log"), "gateway", "--port", "0", "--books",
				LocalOutside.books(folder).toString());
		Path mailbox = start(program, folder.resolve("mailbox.log"), "mailbox", "--port", "0", "--dir",
				LocalOutside.mails(folder).toString());
		URI address = URI.create("http://127.0.0.1:" + port(gateway, "answers at http://127\\.0\\.0\\.1:(\\d+)"));
		this.outside = new LocalOutside(folder, address, port(mailbox, "Mails to 127\\.0\\.0\\.1:(\\d+)"));
	}

	private Path start(List<String> program, Path said, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(program);
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().put("GATEWAY_APIKEY", LocalOutside.KEY);
		this.processes.add(builder.start());
		return said;
	}

	/** The port that it says it listens on. */
	private int port(Path said, String pattern) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
		while (System.nanoTime() < deadline && this.processes.stream().allMatch(Process::isAlive)) {
			Matcher found = Pattern.compile(pattern).matcher(Files.readString(said));
			if (found.find()) {
				return Integer.parseInt(found.group(1));
			}
			Thread.sleep(50);
		}
		close();
		throw new IllegalStateException("Does not start: " + Files.readString(said));
	}

	LocalOutside outside() {
		return this.outside;
	}

	@Override
	public void close() {
		this.processes.forEach(Process::destroy);
	}

}
