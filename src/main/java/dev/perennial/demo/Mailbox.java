package dev.perennial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.perennial.mail.MailFile;

/**
 * A mail catcher: takes every mail for anybody and lays it into a folder as an
 * {@code .eml} file before it says 250; in memory it keeps nothing.
 */
public final class Mailbox implements AutoCloseable {

	private final Path folder;

	private final GreenMail server;

	private final AtomicInteger sequence;

	/**
	 * Starts listening on 127.0.0.1.
	 * @param port the port, 0 for any free one
	 * @param folder where the files go; numbering goes on after those that are there
	 * @throws IOException if the folder cannot be used
	 * @throws IllegalStateException if the port is taken
	 */
	public Mailbox(int port, Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
		List<Path> there = files(folder);
		this.sequence = new AtomicInteger(there.isEmpty() ? 0 : number(there.get(there.size() - 1)));
		this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
		this.server.getUserManager().setMessageDeliveryHandler((message, to) -> new Writer(to));
	}

	/**
	 * The port that it listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.getSmtp().getPort();
	}

	/**
	 * Reads what was caught.
	 * @return the mails in the order in which they came
	 */
	public List<MailFile> messages() {
		return messages(this.folder);
	}

	/**
	 * Reads what a mailbox, perhaps in another process, has caught.
	 * @param folder its folder
	 * @return the mails in the order in which they came
	 */
	public static List<MailFile> messages(Path folder) {
		try {
			List<MailFile> messages = new ArrayList<>();
			for (Path file : files(folder)) {
				messages.add(MailFile.read(file));
			}
			return messages;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().matches("\\d{6,}-.*\\.eml"))
				.sorted(Comparator.comparingInt(Mailbox::number))
				.toList();
		}
	}

	private static int number(Path file) {
		String name = file.getFileName().toString();
		return Integer.parseInt(name.substring(0, name.indexOf('-')));
	}

	private void store(String message) {
		String id = messageId(message).replaceAll("[^A-Za-z0-9._@-]", "");
		String name = "%06d-%s".formatted(this.sequence.incrementAndGet(), id.substring(0, Math.min(100, id.length())));
		try {
			Path part = this.folder.resolve(name + ".part");
			Files.write(part, message.getBytes(StandardCharsets.ISO_8859_1));
			Files.move(part, this.folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String messageId(String message) {
		for (String line : message.substring(0, Math.max(0, message.indexOf("\r\n\r\n"))).split("\r\n(?![ \t])")) {
			if (line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
				return line.substring(11);
			}
		}
		return "without-id";
	}

	@Override
	public void close() {
		this.server.stop();
	}

	/** Stands in for the user to whose mailbox GreenMail would deliver. */
	private final class Writer extends UserImpl {

		Writer(MailAddress to) {
			super(to.getEmail(), to.getEmail(), "", Mailbox.this.server.getManagers().getImapHostManager());
		}

		@Override
		public void deliver(MovingMessage message) {
			store(GreenMailUtil.getWholeMessage(message.getMessage()));
		}

	}

}
