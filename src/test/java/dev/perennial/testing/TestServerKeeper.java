package dev.perennial.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.demo.EmbeddedDatabase;
import dev.perennial.demo.EmbeddedDatabase.Durability;

/**
 * A small program that uses the test server as long as Maven runs, so that the JVMs of
 * one build share it. Outside Maven the server ends with the one JVM that tests.
 */
final class TestServerKeeper {

	/** The system property by which Maven says which build runs. */
	static final String BUILD = "perennial.test.build";

	private TestServerKeeper() {
	}

	static void keepUntilTheBuildEnds(Path folder, Path binaries) {
		if (System.getProperty(BUILD) == null) {
			return;
		}
		maven().ifPresent((maven) -> {
			try {
				new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
						System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						TestServerKeeper.class.getName(), folder.toString(), binaries.toString(),
						String.valueOf(maven.pid()))
					.redirectErrorStream(true)
					.redirectOutput(folder.resolve("keeper.log").toFile())
					.redirectInput(new File("/dev/null"))
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	public static void main(String[] args) {
		EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]), Durability.NONE);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close));
		System.out.println("keeps port " + database.port() + " until process " + args[2] + " ends");
		ProcessHandle.of(Long.parseLong(args[2])).ifPresent((maven) -> maven.onExit().join());
	}

	/** Surefire starts its JVM through a shell. */
	private static Optional<ProcessHandle> maven() {
		return Stream
			.iterate(ProcessHandle.current().parent(), Optional::isPresent,
					(process) -> process.flatMap(ProcessHandle::parent))
			.flatMap(Optional::stream)
			.filter((process) -> process.info().command().orElse("").endsWith("java"))
			.findFirst();
	}

}
