package dev.perennial.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.util.FileSystemUtils;

/**
 * A folder of CSV files that is complete or not there (rules 9.5): written under another
 * name, read back, flushed to the disk and renamed. Each writer has a folder of its own
 * in {@code NAME.part}, so that one who was frozen and comes back never publishes, nor
 * removes, what another has begun.
 */
public final class FolderOut {

	/** The last file of a folder: {@code sha256sum -c} reads it. */
	static final String OK = ".ok";

	private final Path folder;

	private final Path parts;

	private final Path part;

	private final Moves moves;

	/**
	 * @param parent where the folder goes, created if it is missing
	 * @param name the name of the folder, such as {@code 2026-06-23}
	 * @param moves renames
	 */
	public FolderOut(Path parent, String name, Moves moves) {
		this.folder = parent.resolve(name);
		this.parts = parent.resolve(name + ".part");
		this.part = this.parts.resolve(UUID.randomUUID().toString());
		this.moves = moves;
	}

	/**
	 * Removes what killed writers left. Only for whoever is sure that nobody else writes:
	 * it would be removed, too.
	 * @throws UncheckedIOException if it cannot be removed
	 */
	public void sweep() {
		try {
			FileSystemUtils.deleteRecursively(this.parts);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot remove " + this.parts, ex);
		}
	}

	/**
	 * Writes the folder; one that is there with the same bytes stays as it is.
	 * @param sheets its files
	 * @return what is in it
	 * @throws FolderDiffers if the folder is there with other bytes
	 * @throws UncheckedIOException if it cannot be written, or reads back differently
	 */
	public List<Written> write(List<Sheet> sheets) {
		try {
			Files.createDirectories(this.part);
			List<Written> written = new ArrayList<>();
			for (Sheet sheet : sheets) {
				written.add(writeAndReadBack(sheet));
			}
			String manifest = Manifest.of(this.folder.getFileName().toString(), written);
			write(Manifest.NAME, manifest);
			write(OK, "%s  %s\n".formatted(Sha256.of(this.part.resolve(Manifest.NAME)), Manifest.NAME));
			this.moves.flush(this.part);
			publish(sheets);
			return List.copyOf(written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + this.folder, ex);
		}
	}

	private Written writeAndReadBack(Sheet sheet) throws IOException {
		SheetFile file = new SheetFile(this.part.resolve(sheet.name()), Profile.MACHINE);
		Written written = file.write(sheet);
		Written readBack = file.readBack(sheet);
		if (!readBack.equals(written)) {
			throw new IOException("%s reads back as %s, but %s was written: the disk is at fault"
				.formatted(sheet.name(), readBack, written));
		}
		return written;
	}

	private void publish(List<Sheet> sheets) throws IOException {
		if (Files.exists(this.folder)) {
			for (Sheet sheet : sheets) {
				compare(sheet.name());
			}
			compare(Manifest.NAME);
			compare(OK);
		}
		else {
			this.moves.move(this.part, this.folder);
		}
		FileSystemUtils.deleteRecursively(this.part);
		deleteUnlessSomebodyWrites();
	}

	private void deleteUnlessSomebodyWrites() throws IOException {
		try {
			Files.deleteIfExists(this.parts);
		}
		catch (DirectoryNotEmptyException ex) {
			// Another has taken over, and ends it.
		}
	}

	private void compare(String name) throws IOException {
		Path now = this.part.resolve(name);
		Path before = this.folder.resolve(name);
		if (!Files.exists(before) || Files.mismatch(now, before) >= 0) {
			throw new FolderDiffers(before, now);
		}
	}

	private void write(String name, String text) throws IOException {
		try (FileChannel channel = FileChannel.open(this.part.resolve(name), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE)) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

}
