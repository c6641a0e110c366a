package dev.perennial.chaos.safeguard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.perennial.testing.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each safeguard, taken out of a copy of the program, is missed by a test.
 */
class SafeguardTests {

	@TempDir
	Path folder;

	/** So that a proof does not rot between two runs of all of them. */
	@ParameterizedTest
	@EnumSource
	void standsWhereItsProofTakesItOut(Safeguard safeguard) throws IOException {
		assertThat(AlteredProgram.source(safeguard)).containsOnlyOnce(safeguard.text());
		assertThat(AlteredProgram.without(safeguard, this.folder).classes()).isNotEmptyDirectory();
	}

	@ParameterizedTest
	@EnumSource
	@Tag("verify")
	@EnabledIfSystemProperty(named = "perennial.chaos.every", matches = "[1-9]\\d*")
	void isMissedByATestWhenItIsTakenOut(Safeguard safeguard) throws Exception {
		AlteredProgram without = AlteredProgram.without(safeguard, this.folder);
		Path said = this.folder.resolve("said.log");
		Process tests = new ProgramProcess(TestsOfAProgram.class, without.options()).start(List.of(safeguard.test()),
				said);
		try {
			assertThat(tests.waitFor(5, TimeUnit.MINUTES)).as(Files.readString(said)).isTrue();
			assertThat(tests.exitValue()).as("%s without %s: %s", safeguard.test(), safeguard, Files.readString(said))
				.isEqualTo(TestsOfAProgram.FAILED);
			assertThat(reason(said)).contains(safeguard.seen());
			System.out.println("Without %s: %s".formatted(safeguard, reason(said)));
		}
		finally {
			tests.destroyForcibly();
		}
	}

	/** The first failure, as the tests said it. */
	private static String reason(Path said) throws IOException {
		List<String> lines = Files.readAllLines(said);
		return lines.stream()
			.dropWhile((line) -> !line.contains("=>"))
			.limit(8)
			.map(String::strip)
			.takeWhile((line) -> !line.startsWith("["))
			.collect(Collectors.joining(" "));
	}

}
