package dev.perennial.importing.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.perennial.csv.FileRefused;
import dev.perennial.csv.Moves;
import dev.perennial.importing.FilesRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/** The folder in which requests and bank lines are delivered (rules 1.6). */
public final class Inbox {

	private static final Logger logger = LoggerFactory.getLogger(Inbox.class);

	private final Path folder;

	private final InboxFiles files;

	private final Moves moves;

	/**
	 * @param folder the inbox, created if it is missing
	 * @param jdbc the database
	 * @param moves renames
	 */
	public Inbox(Path folder, JdbcTemplate jdbc, Moves moves) {
		this.folder = folder;
		this.files = new InboxFiles(jdbc);
		this.moves = moves;
	}

	/**
	 * Stores the rows of all files that are not stored yet, inside the transaction of the
	 * caller. Moves none: what was not committed must be found again.
	 * @param date the business date
	 * @return what was stored, by name of file
	 * @throws FilesRefused if a row of any file is bad; then nothing may be committed
	 * @throws UncheckedIOException if a file cannot be read
	 */
	public List<Stored> store(LocalDate date) {
		List<Stored> stored = new ArrayList<>();
		List<FileRefused> refused = new ArrayList<>();
		for (Delivery delivery : deliveries()) {
			try {
				String sha256 = delivery.sha256();
				if (!this.files.isStored(sha256)) {
					stored.add(new Stored(delivery.name(), this.files.store(delivery, sha256, date)));
				}
			}
			catch (FileRefused ex) {
				refused.add(ex);
			}
		}
		if (!refused.isEmpty()) {
			throw new FilesRefused(refused);
		}
		return List.copyOf(stored);
	}

	/**
	 * Moves the files whose rows are stored to {@code done}, after the commit; one that a
	 * killed night left is moved by the next.
	 * @return the names of the files that were moved
	 * @throws UncheckedIOException if a file cannot be moved
	 */
	public List<String> moveStored() {
		List<String> moved = new ArrayList<>();
		for (Delivery delivery : deliveries()) {
			String sha256 = delivery.sha256();
			if (this.files.isStored(sha256)) {
				move(delivery, sha256);
				moved.add(delivery.name());
			}
		}
		return List.copyOf(moved);
	}

	/**
	 * Reads the rows of all files that are not stored yet, and stores nothing.
	 * @throws FilesRefused if a row of any file is bad
	 * @throws UncheckedIOException if a file cannot be read
	 */
	public Unread unread() {
		List<Unread.Asked> asked = new ArrayList<>();
		List<Unread.Paid> paid = new ArrayList<>();
		List<FileRefused> refused = new ArrayList<>();
		for (Delivery delivery : Files.isDirectory(this.folder) ? lying() : List.<Delivery>of()) {
			try {
				String sha256 = delivery.sha256();
				if (!this.files.isStored(sha256)) {
					this.files.read(delivery, sha256, (line) -> asked.add(this.files.unread(line)),
							(line) -> paid.add(Unread.Paid.of(line)));
				}
			}
			catch (FileRefused ex) {
				refused.add(ex);
			}
		}
		if (!refused.isEmpty()) {
			throw new FilesRefused(refused);
		}
		return new Unread(asked, paid);
	}

	/** The names of the files that were delivered. */
	public List<String> names() {
		return deliveries().stream().map(Delivery::name).toList();
	}

	private List<Delivery> deliveries() {
		try {
			Files.createDirectories(this.folder.resolve("done"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot make the inbox " + this.folder, ex);
		}
		return lying();
	}

	private List<Delivery> lying() {
		List<Delivery> deliveries = new ArrayList<>();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				String name = file.getFileName().toString();
				if (Delivery.isOne(name)) {
					deliveries.add(Delivery.of(file));
				}
				else if (!Delivery.isLeftAlone(name)) {
					logger.warn("{} is left alone: expected requests-*.csv or bank-*.csv", file);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the inbox " + this.folder, ex);
		}
		return deliveries;
	}

	/**
	 * Another file of that name may be there from another day: then the content is named
	 * too.
	 */
	private void move(Delivery delivery, String sha256) {
		Path done = this.folder.resolve("done");
		Path target = done.resolve(delivery.name());
		try {
			if (Files.exists(target) && Files.mismatch(delivery.file(), target) >= 0) {
				target = done.resolve(delivery.name().replaceFirst("\\.csv$", "-" + sha256.substring(0, 8) + ".csv"));
			}
			this.moves.move(delivery.file(), target);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot move %s to %s".formatted(delivery.file(), target), ex);
		}
	}

	/**
	 * A file whose rows were stored.
	 *
	 * @param name the name of the file
	 * @param rows how many rows it has
	 */
	public record Stored(String name, long rows) {

	}

}
