package dev.perennial.demo.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books on disk: one JSON line a call, only ever appended, and written before the
 * call is answered, so that a kill of the process loses nothing it acknowledged (the page
 * cache outlives the process; nothing is forced to the disk). A line that was cut off in
 * the middle was never acknowledged and is cut away.
 */
final class Books implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private final FileChannel channel;

	Books(Path file) throws IOException {
		this.file = file;
		Path folder = file.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		lock();
	}

	private void lock() throws IOException {
		try {
			FileLock lock = this.channel.tryLock();
			if (lock != null) {
				return;
			}
		}
		catch (OverlappingFileLockException ex) {
			// Another gateway of this very process has it: the same answer.
		}
		this.channel.close();
		throw new IOException(
				this.file + " is in use by another card gateway; expected books of its own for each. Stop the other");
	}

	/**
	 * Reads all calls and stands at the end of the books.
	 * @throws IOException if the file cannot be read, or a line in the middle is no entry
	 */
	List<Entry> read() throws IOException {
		cutTornLine();
		this.channel.position(this.channel.size());
		List<Entry> entries = new ArrayList<>();
		try (Stream<String> lines = Files.lines(this.file)) {
			for (String line : (Iterable<String>) lines::iterator) {
				entries.add(entry(line, entries.size() + 1));
			}
		}
		return entries;
	}

	private void cutTornLine() throws IOException {
		long end = this.channel.size();
		ByteBuffer last = ByteBuffer.allocate(1);
		while (end > 0) {
			this.channel.read(last.clear(), end - 1);
			if (last.get(0) == '\n') {
				break;
			}
			end--;
		}
		this.channel.truncate(end);
	}

	private Entry entry(String line, int number) throws IOException {
		try {
			return JSON.readValue(line, Entry.class);
		}
		catch (JacksonException ex) {
			throw new IOException(
					"%s, line %d: not an entry of the card gateway's books; expected the file as it was written"
						.formatted(this.file, number),
					ex);
		}
	}

	void append(Entry entry) {
		ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			while (line.hasRemaining()) {
				this.channel.write(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
