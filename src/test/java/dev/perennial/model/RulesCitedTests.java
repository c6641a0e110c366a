package dev.perennial.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule that decides something stands at the line of the model that applies it. */
class RulesCitedTests {

	/** How many rules each chapter has, from chapter 1 to chapter 10. */
	private static final List<Integer> CHAPTERS = List.of(7, 7, 8, 6, 6, 5, 4, 6, 6, 2);

	/**
	 * What decides nothing here: 1.2 the zone, 8.4 doubt about a mail, 8.6 its language,
	 * 9.4 what a printed invoice says, 9.6 how cells are written.
	 */
	private static final Set<String> DECIDE_NOTHING = Set.of("1.2", "8.4", "8.6", "9.4", "9.6");

	private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*\\*.*?\\*/", Pattern.DOTALL);

	private static final Pattern RULE = Pattern.compile("\\b\\d{1,2}\\.\\d\\b");

	@Test
	void citesEveryRuleThatDecides() throws IOException {
		Set<String> missing = new TreeSet<>();
		for (int chapter = 1; chapter <= CHAPTERS.size(); chapter++) {
			int number = chapter;
			IntStream.rangeClosed(1, CHAPTERS.get(chapter - 1)).forEach((rule) -> missing.add(number + "." + rule));
		}
		missing.removeAll(DECIDE_NOTHING);
		missing.removeAll(cited());
		assertThat(missing).isEmpty();
	}

	private static Set<String> cited() throws IOException {
		Set<String> cited = new TreeSet<>();
		try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/perennial/model"))) {
			for (Path file : files.filter((path) -> !path.toString().endsWith("Tests.java")).toList()) {
				RULE.matcher(comments(Files.readString(file))).results().forEach((result) -> cited.add(result.group()));
			}
		}
		return cited;
	}

	private static String comments(String source) {
		return COMMENT.matcher(source).results().map(MatchResult::group).collect(Collectors.joining("\n"));
	}

}
