package dev.perennial.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Postfix's mail server that takes all and keeps nothing. */
record MailSink(Process process, int port) implements AutoCloseable {

	static MailSink start(List<String> options) throws IOException, InterruptedException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		List<String> command = new ArrayList<>(List.of(program("smtp-sink")));
		if (System.getProperty("user.name").equals("root")) {
			command.addAll(List.of("-u", "nobody"));
		}
		command.addAll(options);
		command.addAll(List.of("127.0.0.1:" + port, "1000"));
		MailSink sink = new MailSink(new ProcessBuilder(command).inheritIO().start(), port);
		sink.awaitStart();
		return sink;
	}

	/**
	 * Where a program of Postfix lies: Debian puts it where only root looks.
	 * @throws IllegalStateException if it is not there
	 */
	static String program(String name) {
		return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"No %s: mails are measured with Debian's package postfix, others with -Dperennial.bench.parts=..."
						.formatted(name)))
			.toString();
	}

	private void awaitStart() throws InterruptedException {
		while (!answers()) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("smtp-sink ended with " + this.process.exitValue());
			}
			Thread.sleep(50);
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Sends so many mails of a size as fast as Postfix can. */
	String fill(long mails, int size) throws IOException, InterruptedException {
		Process source = new ProcessBuilder(program("smtp-source"), "-d", "-s", String.valueOf(BenchSizes.CONNECTIONS),
				"-l", String.valueOf(size), "-m", String.valueOf(mails), "127.0.0.1:" + this.port)
			.inheritIO()
			.start();
		if (source.waitFor() != 0) {
			throw new IllegalStateException("smtp-source ended with " + source.exitValue());
		}
		return "%d mails of %d bytes over %d connections".formatted(mails, size, BenchSizes.CONNECTIONS);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
