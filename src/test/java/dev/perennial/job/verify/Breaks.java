package dev.perennial.job.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The ways to break the world, as {@code verify/breaks.sql} lists them. */
final class Breaks {

	private static final Pattern HEAD = Pattern.compile(
			"(?m)^-- (I\\d\\d(?: I\\d\\d)*): ([^\\[\\n]+?)(?: \\[refused by (\\w[\\w ]*)])?( \\[only everything])?$");

	private Breaks() {
	}

	static List<Break> all() throws IOException {
		String text = new ClassPathResource("verify/breaks.sql").getContentAsString(UTF_8);
		List<MatchResult> heads = HEAD.matcher(text).results().toList();
		List<Break> all = new ArrayList<>();
		for (int i = 0; i < heads.size(); i++) {
			MatchResult head = heads.get(i);
			int end = (i + 1 < heads.size()) ? heads.get(i + 1).start() : text.length();
			String sql = text.substring(head.end(), end).replaceAll("(?m)^--.*$", "");
			all.add(Break.of(head.group(2), sql, head.group(1), head.group(3), head.group(4) != null));
		}
		return all;
	}

}
