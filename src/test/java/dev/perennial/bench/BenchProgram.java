package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.perennial.demo.LocalServers;
import dev.perennial.testing.ProgramProcess;

/**
 * The program as a process of its own with a bounded heap, on a schema of the benchmark.
 */
final class BenchProgram implements AutoCloseable {

	/** The most heap that a night may take, whatever its size. */
	static final String HEAP = "-Xmx512m";

	private final BenchDatabase database;

	private final Path folder;

	private final LocalServers servers;

	private final Map<String, String> settings = new LinkedHashMap<>();

	BenchProgram(BenchDatabase database, Path folder, Map<String, String> more) throws IOException {
		this.database = database;
		this.folder = folder;
		this.servers = new LocalServers(folder, Duration.ofMillis(300), java.time.Clock.systemUTC());
		Files.createDirectories(this.servers.inbox());
		this.settings.putAll(this.servers.settings());
		this.settings.put("spring.config.location", "classpath:/");
		this.settings.put("spring.datasource.url", database.server().jdbcUrl(database.schema()));
		this.settings.put("spring.datasource.username", database.server().app().user());
		this.settings.put("spring.datasource.password", database.server().app().password());
		this.settings.put("spring.datasource.hikari.data-source-properties.queryInterceptors",
				CountedStatements.class.getName());
		this.settings.put("spring.datasource.hikari.data-source-properties.exceptionInterceptors",
				CountedDeadlocks.class.getName());
		this.settings.put("spring.flyway.enabled", "false");
		this.settings.put("folders.catalog", "config");
		this.settings.put("night.lease", "5s");
		this.settings.putAll(more);
	}

	/** Runs a command to its end. */
	Ended run(List<String> options, String... command) throws IOException, InterruptedException {
		Path said = Files.createTempFile(this.folder, "said-", ".log");
		Process process = start(options, said, command);
		try {
			if (!process.waitFor(6, TimeUnit.HOURS)) {
				throw new IllegalStateException("Does not end, see " + said);
			}
		}
		finally {
			process.destroyForcibly();
		}
		return Ended.of(process.exitValue(), Files.readString(said));
	}

	Process start(List<String> options, Path said, String... command) throws IOException {
		List<String> arguments = new ArrayList<>(List.of(command));
		this.settings.forEach((key, value) -> arguments.add("--%s=%s".formatted(key, value)));
		// A night of a million is worth the optimizing compiler, which short tests leave
		// out
		List<String> machine = new ArrayList<>(List.of(HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4"));
		machine.addAll(options);
		return new ProgramProcess(MeasuredProgram.class, machine).start(arguments, said);
	}

	/**
	 * Runs a job of a night and measures it: how long, as the program itself recorded.
	 * @param more such as {@code --approve}
	 */
	Measured job(String job, LocalDate date, long items, String... more)
			throws IOException, InterruptedException, SQLException {
		List<String> command = new ArrayList<>(List.of("night", "--date", date.toString(), "--job", job));
		command.addAll(List.of(more));
		return measured(job, items, command);
	}

	/** The last job of a night, which alone closes it. */
	Measured outbox(LocalDate date, long items) throws IOException, InterruptedException, SQLException {
		return measured("outbox", items, List.of("night", "--date", date.toString()));
	}

	/**
	 * All of a night, or all that is left of it, from the start of its process to the
	 * end.
	 */
	Measured night(LocalDate date, long items) throws IOException, InterruptedException, SQLException {
		long start = System.nanoTime();
		Measured last = outbox(date, items);
		return last.step("night", items, (System.nanoTime() - start) / 1e9);
	}

	private Measured measured(String job, long items, List<String> command)
			throws IOException, InterruptedException, SQLException {
		ServerCounters before = ServerCounters.read(this.database.connection());
		Ended ended = run(List.of(Profile.option(recording(job))), command.toArray(String[]::new));
		ServerCounters server = ServerCounters.read(this.database.connection()).since(before);
		ended.said().lines().filter((line) -> line.startsWith(CountedDeadlocks.SAID)).forEach(System.out::println);
		if (ended.code() != 0 && ended.code() != 5) {
			throw new IllegalStateException("Job %s ended with %d: %s".formatted(job, ended.code(), ended.said()));
		}
		return new Measured(job, items, seconds(job), ended.used(), server);
	}

	/** Where a job spent its processor time. */
	String profile(String job) throws IOException {
		return "Where `%s` spent it:%n%n%s".formatted(job, Profile.of(recording(job)));
	}

	private Path recording(String job) {
		return this.folder.resolve(job + ".jfr");
	}

	/** The jobs that come before the notices, which have nothing to do. */
	void jobsBeforeNotices(LocalDate date) throws IOException, InterruptedException, SQLException {
		for (String job : List.of("intake", "renewals", "windows", "invoices")) {
			job(job, date, 0, "--approve");
		}
	}

	private double seconds(String job) throws SQLException {
		return this.database.count("SELECT CAST(TIMESTAMPDIFF(MICROSECOND, started_at, ended_at) AS SIGNED) "
				+ "FROM batch_run WHERE job = '%s' ORDER BY run_id DESC LIMIT 1".formatted(job)) / 1e6;
	}

	/** How long a step took that is completed. */
	double stepSeconds(String step) throws SQLException {
		return this.database.count("SELECT CAST(SUM(TIMESTAMPDIFF(MICROSECOND, START_TIME, END_TIME)) AS SIGNED) "
				+ "FROM BATCH_STEP_EXECUTION WHERE STEP_NAME = '%s'".formatted(step)) / 1e6;
	}

	LocalServers servers() {
		return this.servers;
	}

	@Override
	public void close() {
		this.servers.close();
	}

	/**
	 * What a process used.
	 *
	 * @param cpuSeconds processor time
	 * @param peakHeap the most heap, in bytes; 0 where it is unknown
	 * @param statements that it sent
	 * @param commits among them
	 * @param deadlocks transactions that the server gave up
	 */
	record Used(double cpuSeconds, long peakHeap, long statements, long commits, long deadlocks) {

		static final Used NONE = new Used(0, 0, 0, 0, 0);

		Used plus(Used other) {
			return new Used(this.cpuSeconds + other.cpuSeconds, Math.max(this.peakHeap, other.peakHeap),
					this.statements + other.statements, this.commits + other.commits, this.deadlocks + other.deadlocks);
		}

	}

	/**
	 * How a process ended.
	 *
	 * @param code its exit code
	 * @param said all it said
	 * @param used what it used
	 */
	record Ended(int code, String said, Used used) {

		static Ended of(int code, String said) {
			String[] used = said.lines()
				.filter((line) -> line.startsWith("used "))
				.reduce((first, second) -> second)
				.orElse("used 0 0 0 0 0")
				.split(" ");
			return new Ended(code, said, new Used(Long.parseLong(used[1]) / 1e9, Long.parseLong(used[2]),
					Long.parseLong(used[3]), Long.parseLong(used[4]), Long.parseLong(used[5])));
		}

		Ended {
			Objects.requireNonNull(used);
		}

	}

}
