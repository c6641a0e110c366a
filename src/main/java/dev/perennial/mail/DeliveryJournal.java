package dev.perennial.mail;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Says what a killed process had done with a mail (rules 8.4): a file of its own for each
 * process, written at each final dot, locked while the process lives.
 * <p>
 * Nothing is flushed to disk: the system keeps what a killed process wrote. What it does
 * not keep is noticed: after a restart of the machine, on another machine, or when the
 * file is gone, a mail that the file does not mention is {@link Traces.Fate#UNKNOWN}.
 */
public final class DeliveryJournal implements AutoCloseable {

	private static final int KEPT = 60;

	private static final String SUFFIX = ".journal";

	private final Path folder;

	private final Clock clock;

	private final String boot;

	private final JournalLines own = new JournalLines();

	private @Nullable String name;

	/** A stream, because an interrupted thread would close a channel for all others. */
	private @Nullable FileOutputStream file;

	/**
	 * Prepares the journal of this process; the file comes with the first use.
	 * @param folder where journals are, on a disk of this machine
	 * @param clock stamps the name of the file
	 */
	public DeliveryJournal(Path folder, Clock clock) {
		this(folder, clock, Boot.id());
	}

	DeliveryJournal(Path folder, Clock clock, String boot) {
		this.folder = folder;
		this.clock = clock;
		this.boot = boot;
	}

	/**
	 * The name of this process's journal, which belongs into the row of a notice in the
	 * same commit as SENDING.
	 * @return at most 40 letters, digits and {@code -}
	 * @throws MailJournalUnwritable if the file cannot be created
	 */
	public synchronized String name() {
		try {
			open();
			return Objects.requireNonNull(this.name);
		}
		catch (IOException ex) {
			throw new MailJournalUnwritable(this.folder, ex);
		}
	}

	/**
	 * What became of a mail. To be asked when nothing of this process is sending it.
	 * @param noticeId the notice that was found in SENDING
	 * @param claimedUnder the {@link #name()} that was stored with it, null if none was
	 * @return its fate, UNKNOWN whenever anything speaks against the others, and how far
	 * each dialogue is known to have come
	 */
	public synchronized Traces tracesOf(String noticeId, @Nullable String claimedUnder) {
		if (claimedUnder == null || !claimedUnder.matches("[A-Za-z0-9-]{1,40}")) {
			return Traces.NONE;
		}
		if (claimedUnder.equals(this.name)) {
			return this.own.tracesOf(noticeId);
		}
		try (FileChannel other = FileChannel.open(file(claimedUnder), StandardOpenOption.WRITE);
				FileLock dead = other.tryLock()) {
			// A process that is only frozen may still write its dot.
			return read(claimedUnder, dead != null, noticeId);
		}
		catch (IOException | OverlappingFileLockException ex) {
			return Traces.NONE;
		}
	}

	/**
	 * Of one that is not dead, or of another start of the machine, silence says nothing.
	 */
	private Traces read(String journal, boolean dead, String noticeId) throws IOException {
		try (Reader text = new InputStreamReader(Files.newInputStream(file(journal)), StandardCharsets.UTF_8)) {
			return JournalLines.read(text, dead ? "boot " + this.boot : null, noticeId).tracesOf(noticeId);
		}
	}

	/**
	 * A mail is tried again whose dialogues before are stored, so that nobody counts
	 * their dots a second time.
	 * @throws MailJournalUnwritable if this fails
	 */
	public void again(String noticeId) {
		writeOrThrow("new " + noticeId);
	}

	/**
	 * The final dot is about to go out to an address.
	 * @throws MailJournalUnwritable if this fails: then it must not
	 */
	void dot(String noticeId, String recipient) {
		writeOrThrow("dot %s %s".formatted(noticeId, recipient));
	}

	private void writeOrThrow(String line) {
		try {
			write(line);
		}
		catch (IOException ex) {
			throw new MailJournalUnwritable(this.folder, ex);
		}
	}

	void accepted(String noticeId) throws IOException {
		write("250 " + noticeId);
	}

	void refused(String noticeId) throws IOException {
		write("not " + noticeId);
	}

	private synchronized void write(String line) throws IOException {
		FileOutputStream lines = open();
		// Counted first: a line that fails half way must not look like no dot at all.
		this.own.add(line);
		lines.write(bytes(line));
	}

	private FileOutputStream open() throws IOException {
		if (this.file != null) {
			return this.file;
		}
		Files.createDirectories(this.folder);
		forgetTheOldest();
		String now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[:-]", "");
		String fresh = now + "-" + UUID.randomUUID().toString().substring(0, 8);
		FileOutputStream lines = new FileOutputStream(file(fresh).toFile(), true);
		if (lines.getChannel().tryLock() == null) {
			lines.close();
			throw new IOException(file(fresh) + " is locked by another process");
		}
		lines.write(bytes("boot " + this.boot));
		this.name = fresh;
		this.file = lines;
		return lines;
	}

	private static byte[] bytes(String line) {
		return (line + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** A mail whose journal was forgotten is UNKNOWN, so this cannot send one twice. */
	private void forgetTheOldest() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			Stream<Path> newestFirst = files.filter((file) -> file.toString().endsWith(SUFFIX))
				.sorted(Comparator.reverseOrder());
			for (Path old : newestFirst.skip(KEPT).toList()) {
				Files.deleteIfExists(old);
			}
		}
	}

	private Path file(String journal) {
		return this.folder.resolve(journal + SUFFIX);
	}

	@Override
	public synchronized void close() throws IOException {
		if (this.file != null) {
			this.file.close();
		}
	}

}
