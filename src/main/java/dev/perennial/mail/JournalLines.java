package dev.perennial.mail;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.mail.Traces.Dot;
import dev.perennial.mail.Traces.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one process say: {@code dot ID ADDRESS} before each final dot,
 * {@code 250 ID} or {@code not ID} after its answer, {@code new ID} when what the dots
 * before it came to is stored. Older versions wrote no address.
 */
final class JournalLines {

	private static final Pattern LINE = Pattern.compile("(dot|250|not|new) ([A-Za-z0-9._-]{1,64})(?: (\\S+@\\S+))?");

	private final Map<String, List<Dot>> dots = new HashMap<>();

	/** If one is named, of all others only dots without an answer are kept. */
	private final @Nullable String only;

	private boolean complete;

	/**
	 * Begins without a line: what these lines will not mention will not have happened.
	 */
	JournalLines() {
		this(null, true);
	}

	private JournalLines(@Nullable String only, boolean complete) {
		this.only = only;
		this.complete = complete;
	}

	/**
	 * Reads the lines of another process for one notice: all that a night of a million
	 * mails leaves is more than a heap should hold. A last line without its end was never
	 * finished, so the dot it announces was never written.
	 * @param text the file
	 * @param first the first line of a file whose silence says that a mail was not sent,
	 * null where no silence does
	 * @param noticeId the notice that will be asked for
	 */
	static JournalLines read(Reader text, @Nullable String first, String noticeId) throws IOException {
		JournalLines lines = new JournalLines(noticeId, false);
		StringBuilder line = new StringBuilder();
		int number = 0;
		char[] some = new char[8192];
		for (int count = text.read(some); count >= 0; count = text.read(some)) {
			for (int i = 0; i < count; i++) {
				if (some[i] != '\n') {
					line.append(some[i]);
					continue;
				}
				lines.add(number++, line.toString(), first);
				line.setLength(0);
			}
		}
		return lines;
	}

	private void add(int number, String line, @Nullable String first) {
		if (number == 0) {
			this.complete = line.equals(first);
		}
		else {
			add(line);
		}
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
		boolean asked = this.only == null || this.only.equals(noticeId);
		if (asked || !known.stream().allMatch(Dot::accepted)) {
			this.dots.put(noticeId, List.copyOf(known));
		}
		else {
			this.dots.remove(noticeId);
		}
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
