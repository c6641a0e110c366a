package dev.perennial.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.mail.DeliveryJournal.Fate;

/**
 * What the lines of one process say: {@code dot ID} before each final dot, {@code 250 ID}
 * or {@code not ID} after its answer.
 */
final class JournalLines {

	private static final Pattern LINE = Pattern.compile("(dot|250|not) ([A-Za-z0-9._-]{1,64})");

	private final Map<String, Integer> unanswered = new HashMap<>();

	private final Set<String> accepted = new HashSet<>();

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
		switch (matcher.group(1)) {
			case "dot" -> this.unanswered.merge(noticeId, 1, Integer::sum);
			case "250" -> this.accepted.add(noticeId);
			default -> this.unanswered.merge(noticeId, -1, Integer::sum);
		}
	}

	Fate fateOf(String noticeId) {
		if (this.accepted.contains(noticeId)) {
			return Fate.ACCEPTED;
		}
		boolean answered = this.unanswered.getOrDefault(noticeId, 0) == 0;
		return (answered && this.complete) ? Fate.NEVER_REACHED_THE_DOT : Fate.UNKNOWN;
	}

}
