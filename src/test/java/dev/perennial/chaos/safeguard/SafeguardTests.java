package dev.perennial.chaos.safeguard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.perennial.chaos.ChaosPart;
import dev.perennial.chaos.ChaosReport;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.QuickStart;
import dev.perennial.chaos.SmallNight;
import dev.perennial.chaos.Undisturbed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each safeguard, taken out of a copy of the program, is missed by the kill harness.
 */
class SafeguardTests {

	@TempDir
	Path folder;

	/** So that a proof does not rot between two runs of all of them. */
	@ParameterizedTest
	@EnumSource
	void standsWhereItsProofTakesItOut(Safeguard safeguard) throws IOException {
		for (Alteration alteration : safeguard.alterations()) {
			assertThat(alteration.source()).containsOnlyOnce(alteration.text());
		}
		AlteredProgram.without(safeguard, this.folder);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("verify")
	@EnabledIfSystemProperty(named = "perennial.chaos.every", matches = "[1-9]\\d*")
	void isMissedByTheHarnessWhenItIsTakenOut(Safeguard safeguard) throws Exception {
		Undisturbed undisturbed;
		try (SmallNight small = new SmallNight(this.folder.resolve("with"))) {
			try (Evening evening = small.evening()) {
				undisturbed = Undisturbed.run(evening);
			}
			assertThat(safeguard.scenario().judge(small, undisturbed)).as("with it").isEmpty();
		}
		Path classes = AlteredProgram.without(safeguard, this.folder);
		try (SmallNight small = new SmallNight(this.folder.resolve("without"), QuickStart.with(List.of(classes)))) {
			for (Alteration alteration : safeguard.alterations()) {
				if (alteration.isOfTheSchema()) {
					small.database().ownerJdbc().sql(alteration.without()).update();
				}
			}
			List<String> wrong = safeguard.scenario().judge(small, undisturbed);
			String seen = seen(safeguard, wrong);
			ChaosReport.proof(safeguard.name(), without(safeguard), safeguard.scenario().what(), seen,
					seen.contains(safeguard.seen()) ? "red" : "NOT RED", ChaosPart.server(small.database()));
			System.out.println("Without %s: %s".formatted(safeguard, wrong));
			assertThat(seen).contains(safeguard.seen());
		}
	}

	private static String without(Safeguard safeguard) {
		return safeguard.alterations()
			.stream()
			.map(Alteration::without)
			.filter((without) -> !without.isEmpty())
			.collect(Collectors.joining(" / "));
	}

	/** The beginning of what names it, or else of the first that was found. */
	private static String seen(Safeguard safeguard, List<String> wrong) {
		Pattern named = Pattern.compile(".{0,60}" + Pattern.quote(safeguard.seen()) + ".{0,100}");
		return wrong.stream()
			.map((line) -> named.matcher(line.replaceAll("\\s+", " ")))
			.filter(Matcher::find)
			.map(Matcher::group)
			.findFirst()
			.orElse(wrong.isEmpty() ? "nothing" : wrong.get(0).substring(0, Math.min(100, wrong.get(0).length())));
	}

}
