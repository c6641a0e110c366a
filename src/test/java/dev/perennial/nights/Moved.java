package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table written by hand, moved.txt: what rules 1.7 changes where nights are made up.
 */
final class Moved {

	private static final Path TABLE = Path.of("src/test/resources/dev/perennial/nights/moved.txt");

	private Moved() {
	}

	/** The things that have another history, with both, as the table has them. */
	static Map<String, String> read() throws IOException {
		Map<String, String> moved = new TreeMap<>();
		String text = Files.readString(TABLE).replaceAll("(?m)^#.*\n", "").replaceAll("\n +", " ");
		for (String line : text.lines().filter((one) -> !one.isBlank()).toList()) {
			String[] cells = line.split(" \\| ");
			if (cells.length != 4 || !cells[3].matches("\\d\\.\\d( \\d\\.\\d)*")) {
				throw new IllegalArgumentException("things | on time | made up | rules expected: " + line);
			}
			String kind = "";
			for (String thing : cells[0].split(", ")) {
				kind = thing.matches("(SUB|P)-.*") ? kind : thing.substring(0, thing.indexOf(' ') + 1);
				String whole = thing.startsWith(kind) ? thing : kind + thing;
				if (moved.put(whole, cells[1] + " | " + cells[2]) != null) {
					throw new IllegalArgumentException("twice: " + whole);
				}
			}
		}
		return moved;
	}

}
