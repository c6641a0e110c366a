package dev.perennial.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a source what does not run on both servers, or is slow on any. */
final class SqlText {

	private static final Map<Pattern, String> FORBIDDEN = forbidden();

	/** Text blocks and strings; a comment may say what it likes. */
	private static final Pattern JAVA = Pattern.compile(
			"\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:\\\\.|[^\"\\\\\\n])*)\"|//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'",
			Pattern.DOTALL);

	private static final Pattern SQL_COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

	private SqlText() {
	}

	private static Map<Pattern, String> forbidden() {
		Map<Pattern, String> forbidden = new LinkedHashMap<>();
		forbidden.put(word("OFFSET"), "reads every row before it again: page by key");
		forbidden.put(word("FOR SHARE"), "MariaDB does not know it: LOCK IN SHARE MODE");
		forbidden.put(word("NOWAIT"), "does not wait for the other night, and fails: wait, or SKIP LOCKED");
		forbidden.put(word("AS \\w+ ON DUPLICATE"), "MariaDB does not know the alias: VALUES(column)");
		forbidden.put(word("RETURNING"), "MySQL does not know it: read the row by its key");
		forbidden.put(word("LATERAL"), "MariaDB does not know it: a window function or a join");
		forbidden.put(word("ANY_VALUE"), "MariaDB does not know it: MIN or MAX");
		forbidden.put(word("REGEXP_LIKE"), "MariaDB does not know it: REGEXP");
		forbidden.put(word("NEXT VALUE FOR|NEXTVAL"), "MySQL has no sequences");
		forbidden.put(Pattern.compile("->>"), "MariaDB does not know it: JSON_VALUE");
		return forbidden;
	}

	private static Pattern word(String words) {
		return Pattern.compile("\\b(" + words.replace(" ", "\\s+") + ")\\b");
	}

	static List<String> complaints(String name, String source) {
		List<String> complaints = new ArrayList<>();
		for (String text : name.endsWith(".sql") ? List.of(SQL_COMMENT.matcher(source).replaceAll(" "))
				: texts(source)) {
			FORBIDDEN.forEach((pattern, why) -> {
				Matcher found = pattern.matcher(text);
				if (found.find()) {
					complaints.add("%s: %s %s".formatted(name, found.group().replaceAll("\\s+", " "), why));
				}
			});
		}
		return complaints;
	}

	private static List<String> texts(String source) {
		List<String> texts = new ArrayList<>();
		Matcher matcher = JAVA.matcher(source);
		while (matcher.find()) {
			String block = matcher.group("block");
			String text = (block != null) ? block : matcher.group("text");
			if (text != null) {
				texts.add(text);
			}
		}
		return texts;
	}

}
