package dev.perennial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.perennial.demo.EmbeddedDatabase.Durability;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * All that the demo starts around the program: database, card gateway, mail catcher. One
 * program has it at a time. It ends what it started, in the opposite order, also when the
 * program is told to end (Ctrl-C, SIGTERM).
 */
public final class DemoMachine implements AutoCloseable {

	private static final Duration SILENCE = Duration.ofSeconds(1);

	private final Path folder;

	private final Started started = new Started();

	private @Nullable EmbeddedDatabase database;

	private @Nullable LocalServers servers;

	private DemoMachine(Path folder) {
		this.folder = folder;
	}

	/**
	 * Starts on an emptied folder.
	 * @param folder the folder of the demo
	 * @param ownDatabase whether it brings its database
	 * @param clock what the servers take for the time
	 * @throws DemoInUse if another program has it
	 * @throws EmbeddedDatabaseMissing if it cannot bring its database
	 */
	public static DemoMachine afresh(Path folder, boolean ownDatabase, Clock clock) {
		return new DemoMachine(folder).start(ownDatabase, clock, () -> {
			EmbeddedDatabase.stopLeftOver(folder.resolve("database"));
			FileSystemUtils.deleteRecursively(folder);
		});
	}

	/**
	 * Starts where the last program ended.
	 * @param folder the folder of the demo
	 * @param ownDatabase whether it brings its database
	 * @param clock what the servers take for the time
	 * @throws DemoInUse if another program has it
	 * @throws EmbeddedDatabaseMissing if it cannot bring its database
	 */
	public static DemoMachine again(Path folder, boolean ownDatabase, Clock clock) {
		return new DemoMachine(folder).start(ownDatabase, clock, () -> {
		});
	}

	/** Whether a demo was run in a folder. */
	public static boolean isIn(Path folder) {
		return Files.isDirectory(folder.resolve("mails"));
	}

	private DemoMachine start(boolean ownDatabase, Clock clock, Preparation preparation) {
		synchronized (this.started) {
			try {
				this.started.add(lock());
				preparation.run();
				if (ownDatabase) {
					this.database = database();
				}
				LocalServers servers = this.started.add(new LocalServers(this.folder, SILENCE, clock));
				this.servers = servers;
				this.started.add(() -> Files.writeString(books(), servers.gateway().booksAsCsv()));
				return this;
			}
			catch (IOException ex) {
				close();
				throw new UncheckedIOException(ex);
			}
			catch (RuntimeException ex) {
				close();
				throw ex;
			}
		}
	}

	private EmbeddedDatabase database() {
		Path data = this.folder.resolve("database");
		// Of a start that is broken off, programs may go on that make the data
		this.started.add(() -> EmbeddedDatabase.stopLeftOver(data));
		return this.started.add(EmbeddedDatabase.start(data, this.folder.resolveSibling("mariadb"), Durability.FULL));
	}

	private FileChannel lock() throws IOException {
		Path file = this.folder.resolveSibling(this.folder.getFileName() + ".lock");
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		FileChannel lock = FileChannel.open(file, CREATE, WRITE);
		if (lock.tryLock() == null) {
			lock.close();
			throw new DemoInUse(this.folder);
		}
		return lock;
	}

	/** What the program is to be told, so that it works with this machine. */
	public Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		if (this.database != null) {
			String url = this.database.jdbcUrl(EmbeddedDatabase.SCHEMA);
			settings.put("spring.datasource.url", url);
			settings.put("spring.datasource.username", this.database.app().user());
			settings.put("spring.datasource.password", this.database.app().password());
			settings.put("spring.flyway.url", url);
			settings.put("spring.flyway.user", this.database.owner().user());
			settings.put("spring.flyway.password", this.database.owner().password());
		}
		settings.putAll(servers().settings());
		return settings;
	}

	public LocalServers servers() {
		return Objects.requireNonNull(this.servers);
	}

	/** The folder of the database's data and access, if the demo brought it. */
	public @Nullable Path databaseFolder() {
		return (this.database != null) ? this.folder.resolve("database") : null;
	}

	/** Where the books of the card gateway are written to at the end, for people. */
	public Path books() {
		return this.folder.resolve("gateway-books.csv");
	}

	/** Where the sample is written to. */
	public Path sample() {
		return this.folder.resolve("sample");
	}

	/**
	 * Takes in what uses the servers, so that it is ended before them.
	 * @return the same
	 * @throws IllegalStateException if everything has ended
	 */
	public <T extends AutoCloseable> T with(T user) {
		return this.started.add(user);
	}

	/** Ends everything, the last first. */
	@Override
	public void close() {
		this.started.close();
	}

	/** What is done to the folder before anything starts. */
	private interface Preparation {

		void run() throws IOException;

	}

}
