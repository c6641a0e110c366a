package dev.perennial.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.mail.Traces.Dot;
import dev.perennial.mail.Traces.Fate;

/**
 * What the lines of one process say: {@code dot ID ADDRESS} before each final dot,
 * {@code 250 ID} or {@code not ID} after its answer, {@code new ID} when what the dots
 * before it came to is stored. Older versions wrote no address.
 */
final class JournalLines {

	private static final Pattern LINE = Pattern.compile("(dot|250|not|new) ([A-Za-z0-9._-]{1,64})(?: (\\S+@\\S+))?");

	private final Map<String, List<Dot>> dots = new HashMap<>();

	private boolean complete;

	/**
	 * Begins without a line.
	 * @param complete whether what these lines do not mention did not happen
	 */
	JournalLines(boolean complete) {
		this.complete = complete;
	}

	/**
	 * Reads the lines of a process that is dead. A last line without its end was never
	 * finished, so the dot it announces was never written.
	 * @param text the file without its first line
	 * @param complete whether what the file does not mention did not happen
	 */
	static JournalLines read(String text, boolean complete) {
		JournalLines lines = new JournalLines(complete);
		int from = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
			lines.add(text.substring(from, end));
			from = end + 1;
		}
		return lines;
	}

	void add(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			this.complete = false;
			return;
		}
		String noticeId = matcher.group(2);
		List<Dot> known = new ArrayList<>(this.dots.getOrDefault(noticeId, List.of()));
		switch (matcher.group(1)) {
			case "dot" -> known.add(new Dot(Objects.requireNonNullElse(matcher.group(3), ""), false));
			case "250" -> known.add(new Dot(last(known), true));
			case "new" -> known.clear();
			default -> last(known);
		}
		this.dots.put(noticeId, List.copyOf(known));
	}

	/** Takes the last dot away, which is the one that is answered. */
	private String last(List<Dot> known) {
		if (known.isEmpty()) {
			// The line of its dot is not there, so others may be missing.
			this.complete = false;
			return "";
		}
		return known.remove(known.size() - 1).recipient();
	}

	Traces tracesOf(String noticeId) {
		List<Dot> known = this.dots.getOrDefault(noticeId, List.of());
		if (known.stream().anyMatch(Dot::accepted)) {
			return new Traces(Fate.ACCEPTED, known);
		}
		boolean never = known.isEmpty() && this.complete;
		return new Traces(never ? Fate.NEVER_REACHED_THE_DOT : Fate.UNKNOWN, known);
	}

}
