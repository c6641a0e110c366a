package dev.perennial.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as the launcher starts it from a build, in a checkout of its own. */
final class DemoProcess {

	private static final Path BINARIES = Path.of("target", "mariadb");

	private final Path checkout;

	/** Copies what the program reads, and shares the unpacked database. */
	DemoProcess(Path checkout) throws IOException {
		this.checkout = checkout;
		for (String folder : List.of("config", "jobs")) {
			FileSystemUtils.copyRecursively(Path.of(folder), checkout.resolve(folder));
		}
		Files.createDirectories(checkout.resolve("target"));
		Files.createDirectories(BINARIES);
		Files.createSymbolicLink(checkout.resolve(BINARIES), BINARIES.toAbsolutePath());
	}

	Path demo() {
		return this.checkout.resolve("target/demo");
	}

	Path err() {
		return this.checkout.resolve("err");
	}

	Said run(String... arguments) throws Exception {
		return runWith((entry) -> true, arguments);
	}

	/** Runs with those entries of the class path only. */
	Said runWith(Predicate<String> classPath, String... arguments) throws Exception {
		Process process = start(classPath, arguments);
		assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		return new Said(process.exitValue(), Files.readString(this.checkout.resolve("out")), Files.readString(err()));
	}

	Process start(Predicate<String> classPath, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1", "-cp", entries(classPath), "dev.perennial.PerennialApplication"));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).directory(this.checkout.toFile())
			.redirectOutput(this.checkout.resolve("out").toFile())
			.redirectError(err().toFile())
			.start();
	}

	/** What still runs and has to do with this checkout. */
	List<String> leftRunning() {
		return ProcessHandle.allProcesses()
			.map((process) -> process.info().commandLine().orElse(""))
			.filter((line) -> line.contains(this.checkout.toString()))
			.toList();
	}

	/** A build has no tests, and the settings of their logs, on its class path. */
	private static String entries(Predicate<String> classPath) {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.filter(classPath)
			.collect(Collectors.joining(File.pathSeparator));
	}

}
