package dev.perennial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Who uses a folder: every program holds a shared lock, which the operating system takes
 * away from a killed one. Arriving and leaving are done one at a time.
 */
final class FolderUse {

	private final Path folder;

	private @Nullable FileChannel held;

	private FolderUse(Path folder) {
		this.folder = folder;
	}

	static FolderUse of(Path folder) {
		try {
			return new FolderUse(Files.createDirectories(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	<T> T join(Supplier<T> arriving) {
		try (FileChannel door = open("door.lock")) {
			door.lock();
			T result = arriving.get();
			FileChannel users = open("users.lock");
			users.lock(0, Long.MAX_VALUE, true);
			this.held = users;
			return result;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void leave(Runnable ifLast) {
		FileChannel users = this.held;
		if (users == null) {
			return;
		}
		this.held = null;
		try (FileChannel door = open("door.lock")) {
			door.lock();
			users.close();
			if (nobodyIsLeft()) {
				ifLast.run();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean nobodyIsLeft() throws IOException {
		try (FileChannel users = open("users.lock")) {
			return users.tryLock() != null;
		}
	}

	private FileChannel open(String name) throws IOException {
		return FileChannel.open(this.folder.resolve(name), CREATE, READ, WRITE);
	}

}
