package dev.perennial.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and who may log in, kept in its folder for whoever finds it
 * running; only the folder's owner can read it.
 *
 * @param port the port on 127.0.0.1
 * @param owner owns the schemas
 * @param app the program's user
 */
record MariaDbAccess(int port, DatabaseAccount owner, DatabaseAccount app) {

	private static final String FILE = "access.properties";

	/** New passwords for every start; the server takes them over as it starts. */
	static MariaDbAccess create(Path folder, int port) throws IOException {
		MariaDbAccess access = new MariaDbAccess(port, new DatabaseAccount(DatabaseAccount.OWNER, randomPassword()),
				new DatabaseAccount(DatabaseAccount.APP, randomPassword()));
		Properties properties = new Properties();
		properties.setProperty("port", String.valueOf(port));
		properties.setProperty("owner", access.owner.password());
		properties.setProperty("app", access.app.password());
		try (Writer writer = Files.newBufferedWriter(unreadableByOthers(folder.resolve(FILE)))) {
			properties.store(writer, null);
		}
		Files.writeString(unreadableByOthers(initFile(folder)), access.init());
		return access;
	}

	static @Nullable MariaDbAccess read(Path folder) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
			properties.load(reader);
			return new MariaDbAccess(Integer.parseInt(properties.getProperty("port", "0")),
					new DatabaseAccount(DatabaseAccount.OWNER, properties.getProperty("owner", "")),
					new DatabaseAccount(DatabaseAccount.APP, properties.getProperty("app", "")));
		}
		catch (IOException | NumberFormatException ex) {
			return null;
		}
	}

	static Path initFile(Path folder) {
		return folder.toAbsolutePath().normalize().resolve("init.sql");
	}

	void forgetInit(Path folder) {
		try {
			Files.deleteIfExists(initFile(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The server reads one statement a line. */
	private String init() {
		return """
				DELETE FROM mysql.global_priv WHERE User = '';
				DELETE FROM mysql.db WHERE User = '';
				FLUSH PRIVILEGES;
				CREATE USER IF NOT EXISTS '%1$s'@'%%';
				ALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
				CREATE USER IF NOT EXISTS '%3$s'@'%%';
				ALTER USER '%3$s'@'%%' IDENTIFIED BY '%4$s';
				GRANT ALL PRIVILEGES ON `perennial%%`.* TO '%1$s'@'%%' WITH GRANT OPTION;
				GRANT PROCESS ON *.* TO '%1$s'@'%%';
				CREATE DATABASE IF NOT EXISTS %5$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
				""".formatted(this.owner.user(), this.owner.password(), this.app.user(), this.app.password(),
				EmbeddedDatabase.SCHEMA);
	}

	private static String randomPassword() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private static Path unreadableByOthers(Path file) throws IOException {
		Files.deleteIfExists(file);
		return Files.createFile(file,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
	}

}
