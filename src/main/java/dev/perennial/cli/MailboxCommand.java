package dev.perennial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import dev.perennial.demo.Mailbox;
import dev.perennial.night.NotStarted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mailbox}: the mail catcher as a process of its own. */
@Command(name = "mailbox", description = "Catches every mail into a folder, until it is ended.")
final class MailboxCommand implements Callable<Integer> {

	private final Console console;

	@Option(names = "--port", paramLabel = "P", required = true, description = "Port on 127.0.0.1; 0 for any free one.")
	private int port;

	@Option(names = "--dir", paramLabel = "DIR", required = true, description = "The folder of the mails.")
	private @Nullable Path dir;

	MailboxCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws InterruptedException {
		Path folder = Arguments.path(String.valueOf(this.dir));
		try (Mailbox mailbox = new Mailbox(Arguments.port(this.port), folder)) {
			this.console.progress("Mails to 127.0.0.1:%d are laid into %s".formatted(mailbox.port(), folder));
			// Nobody counts it down: the process is ended from outside.
			new CountDownLatch(1).await();
		}
		catch (IOException | IllegalStateException ex) {
			throw new NotStarted("The mail catcher does not start on port %d with folder %s: %s".formatted(this.port,
					folder, Failure.oneLine(ex.getMessage())));
		}
		return 0;
	}

}
