package dev.perennial.csv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Renames that have either happened or not, also after a power cut. */
public class Moves {

	/**
	 * Renames a file or a folder, within one file system.
	 * @param from what is there
	 * @param to its new name; a file of that name is replaced, a folder that is not empty
	 * is not
	 * @throws IOException if it could not be renamed
	 */
	public void move(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		flush(folderOf(to));
		if (!folderOf(from).equals(folderOf(to))) {
			flush(folderOf(from));
		}
	}

	/** Flushes the names of a folder to the disk. */
	void flush(Path folder) throws IOException {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private static Path folderOf(Path path) {
		Path parent = path.toAbsolutePath().getParent();
		return (parent != null) ? parent : path.toAbsolutePath();
	}

}
