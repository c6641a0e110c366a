package dev.perennial.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import dev.perennial.demo.LocalOutside;

/**
 * The card gateway and the mail catcher of the program's jar, each a process of its own
 * that writes every effect down with its key before it answers.
 */
final class ServerProcesses implements AutoCloseable {

	private final ServerProcess gateway;

	private final ServerProcess mailbox;

	private final LocalOutside outside;

	/**
	 * Starts both.
	 * @param program how the program is started
	 * @param folder where books and mails lie, perhaps since an earlier start
	 */
	ServerProcesses(List<String> program, Path folder) throws IOException, InterruptedException {
		this.gateway = ServerProcess.start(program, folder.resolve("gateway.log"), "gateway", "--port", "0", "--books",
				LocalOutside.books(folder).toString());
		this.mailbox = ServerProcess.start(program, folder.resolve("mailbox.log"), "mailbox", "--port", "0", "--dir",
				LocalOutside.mails(folder).toString());
		try {
			this.outside = new LocalOutside(folder, URI.create("http://127.0.0.1:" + this.gateway.port()),
					this.mailbox.port());
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	LocalOutside outside() {
		return this.outside;
	}

	@Override
	public void close() {
		this.gateway.close();
		this.mailbox.close();
	}

}
