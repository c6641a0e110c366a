package dev.perennial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./perennial}, with a Java and a Maven that only say what they were asked. */
class LauncherTests {

	@TempDir
	Path folder;

	private Path home;

	private Path elsewhere;

	@BeforeEach
	void checkOut() throws IOException {
		this.home = Files.createDirectories(this.folder.resolve("checkout"));
		this.elsewhere = Files.createDirectories(this.folder.resolve("else where"));
		Files.createDirectories(this.folder.resolve("bin"));
		Files.createDirectories(this.home.resolve(".mvn"));
		Files.createDirectories(this.home.resolve("src/main/java"));
		Files.writeString(this.home.resolve("pom.xml"), "<project/>");
		Files.copy(Path.of("perennial"), this.home.resolve("perennial"), StandardCopyOption.COPY_ATTRIBUTES);
		java("17.0.15", "exit 0");
		command("javac", "exit 0");
		maven("3.8.7", "mkdir -p target && head -c 6000000 /dev/zero >target/perennial.jar");
	}

	@Test
	void buildsOnceAndRunsTheJarInItsOwnFolder() {
		Outcome first = run("status", "--json");
		assertThat(first.code()).isZero();
		assertThat(first.out()).containsExactly("-jar", this.home.resolve("target/perennial.jar").toString(), "status",
				"--json", "in " + this.home);
		assertThat(first.err()).containsExactly("perennial: building the program");
		assertThat(run("status").err()).as("the second time").isEmpty();
	}

	@Test
	void runsWhatOnlyReadsFromTheUnpackedJarWithItsArchive() throws IOException {
		run("status");
		Path quick = this.home.resolve("target/quick");
		Files.writeString(quick.resolve("perennial.jar"), "");
		String archive = "-XX:SharedArchiveFile=" + quick.resolve("perennial.jsa");
		for (String command : new String[] { "status", "history", "explain", "parked", "request", "--help" }) {
			assertThat(run(command).out()).containsExactly("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", archive,
					"-Xlog:disable", "-jar", quick.resolve("perennial.jar").toString(), command, "in " + this.home);
		}
		// They may have much to do
		for (String command : new String[] { "check", "forecast" }) {
			assertThat(run(command).out()).startsWith(archive, "-Xlog:disable", "-jar",
					quick.resolve("perennial.jar").toString(), command);
		}
		assertThat(run("night").out()).startsWith("-jar", this.home.resolve("target/perennial.jar").toString());
		assertThat(run("--demo", "status").out()).startsWith("-cp");
	}

	@Test
	void unpacksANewJarAgain() throws IOException {
		run("status");
		Path old = Files.writeString(this.home.resolve("target/quick/perennial.jar"), "");
		Files.setLastModifiedTime(this.home.resolve("target/perennial.jar"),
				FileTime.from(Instant.now().plusSeconds(60)));
		assertThat(run("status").out()).startsWith("-jar", this.home.resolve("target/perennial.jar").toString());
		assertThat(old).doesNotExist();
	}

	@Test
	void unpacksNoJarAgainThatIsAsOldAsWhatWasUnpacked() throws IOException {
		run("status");
		Path quick = Files.writeString(this.home.resolve("target/quick/perennial.jar"), "");
		Files.setLastModifiedTime(this.home.resolve("target/quick/tried"),
				Files.getLastModifiedTime(this.home.resolve("target/perennial.jar")));
		assertThat(run("status").out()).contains("-jar", quick.toString());
	}

	@Test
	void buildsAgainWhenASourceIsNewerThanTheJar() throws IOException {
		run("status");
		Path source = Files.writeString(this.home.resolve("src/main/java/Changed.java"), "");
		Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
		assertThat(run("status").err()).containsExactly("perennial: building the program");
	}

	@Test
	void buildsAgainWhenTheJarWasPackedWithoutItsLibraries() throws IOException {
		run("status");
		Files.write(this.home.resolve("target/perennial.jar"), new byte[1000]);
		assertThat(run("status").err()).containsExactly("perennial: building the program");
	}

	@Test
	void runsTheDemoFromTheBuildSinceTheJarHasNoDatabase() {
		String classPath = this.home.resolve("target/classes") + ":libraries";
		assertThat(run("demo").out()).startsWith("-cp", classPath, "dev.perennial.PerennialApplication", "demo");
		assertThat(run("--demo", "status").out()).startsWith("-cp", classPath, "dev.perennial.PerennialApplication",
				"--demo", "status");
		assertThat(run("--night.zone=UTC", "--demo", "status").out()).startsWith("-cp", classPath);
		assertThat(run("explain", "demo").out()).startsWith("-jar");
	}

	@Test
	void takesPathsFromWhereTheCallerStands() {
		String here = this.elsewhere.toString();
		assertThat(run("import", "--date", "2026-06-22", "data").out()).contains("import", "2026-06-22",
				here + "/data");
		assertThat(run("import", "/data", "--date=2026-06-22").out()).contains("/data", "--date=2026-06-22");
		assertThat(run("gateway", "--port", "1", "--books", "b.csv").out()).contains("1", here + "/b.csv");
		assertThat(run("mailbox", "--dir=mails").out()).contains("--dir=" + here + "/mails");
		assertThat(run("retry", "data").out()).contains("data");
	}

	@Test
	void passesTheExitCodeOn() {
		java("17.0.15", "exit 3");
		assertThat(run("night").code()).isEqualTo(3);
	}

	@Test
	void showsWhyItDoesNotBuild() {
		maven("3.8.7", "echo 'BAD SOURCE' && exit 1");
		Outcome outcome = run("night");
		assertThat(outcome.code()).isEqualTo(2);
		assertThat(outcome.out()).isEmpty();
		assertThat(outcome.err()).contains("BAD SOURCE").last().asString().contains("does not build");
	}

	@Test
	void asksForTheToolsThatItNeeds() throws IOException {
		java("11.0.2", "exit 0");
		assertThat(run("night").err())
			.containsExactly("perennial: java is version 11.0.2: install a JDK 17 or newer, or set JAVA_HOME to one");
		java("1.8.0_302", "exit 0");
		assertThat(run("night").code()).isEqualTo(2);
		java("25", "exit 0");
		maven("3.6.3", "exit 0");
		assertThat(run("night").err()).containsExactly("perennial: mvn is version 3.6.3: install Maven 3.8 or newer");
	}

	private Outcome run(String... arguments) {
		try {
			Path out = this.folder.resolve("out");
			Path err = this.folder.resolve("err");
			ProcessBuilder builder = new ProcessBuilder(
					Stream.concat(Stream.of(this.home.resolve("perennial").toString()), Stream.of(arguments)).toList())
				.directory(this.elsewhere.toFile())
				.redirectOutput(out.toFile())
				.redirectError(err.toFile());
			builder.environment().remove("JAVA_HOME");
			builder.environment().put("PATH", this.folder.resolve("bin") + ":/usr/bin:/bin");
			Process process = builder.start();
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
			return new Outcome(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void java(String version, String end) {
		command("java", """
				[ "$1" = -version ] && { echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; }
				for argument in "$@"; do echo "$argument"; done
				echo "in $PWD"
				%s""".formatted(version, end));
	}

	private void maven(String version, String build) {
		command("mvn", """
				[ "$1" = -v ] && { echo 'Apache Maven %s'; exit 0; }
				for argument in "$@"; do case $argument in -Dmdep.outputFile=*) file=${argument#*=} ;; esac; done
				mkdir -p target && echo libraries >"$file"
				%s""".formatted(version, build));
	}

	private void command(String name, String script) {
		try {
			Path file = this.folder.resolve("bin").resolve(name);
			Files.writeString(file, "#!/bin/sh\n" + script + "\n");
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Outcome(int code, List<String> out, List<String> err) {
	}

}
