package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.perennial.PerennialApplication;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.ServerProcess;
import dev.perennial.demo.LocalOutside;
import dev.perennial.testing.ProgramProcess;

/**
 * The card gateway of the program in a process that is killed, and started again on its
 * port and its books.
 */
final class MortalGateway implements AutoCloseable {

	private final List<String> program = new ProgramProcess(PerennialApplication.class, List.of()).builder(List.of())
		.command();

	private final Path folder;

	private ServerProcess process;

	private final int port;

	private int deaths;

	/** Starts one of its own for an evening. */
	MortalGateway(Evening evening) throws IOException, InterruptedException {
		this.folder = Files.createDirectories(evening.folder().resolve("mortal"));
		this.process = start(0);
		this.port = this.process.port();
	}

	private ServerProcess start(int at) throws IOException {
		return ServerProcess.start(this.program, Files.createTempFile(this.folder, "gateway-", ".log"), "gateway",
				"--port", String.valueOf(at), "--books", LocalOutside.books(this.folder).toString());
	}

	int port() {
		return this.port;
	}

	/** The outside of the evening with this gateway. */
	LocalOutside outside(Evening evening) {
		return new LocalOutside(evening.folder(), URI.create("http://127.0.0.1:" + this.port),
				evening.servers().mailbox().port());
	}

	/** As {@code kill -9} does; returns when the next process answers. */
	synchronized void dieAndComeBack() {
		try {
			this.process.process().destroyForcibly().waitFor();
			this.deaths++;
			this.process = start(this.port);
			this.process.port();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	synchronized int deaths() {
		return this.deaths;
	}

	@Override
	public synchronized void close() {
		this.process.close();
	}

}
