package dev.perennial.importing.inbox;

import java.time.LocalDate;

/**
 * Names the lines of an inbox file so that they sort as they are worked off: by day,
 * file, line (rules 7.2, 11.1). Names recur, contents do not.
 *
 * @param name the name of the file
 * @param sha256 the SHA-256 of its content
 */
record RowKeys(String name, String sha256) {

	String of(LocalDate day, long line) {
		return "%s/%s/%s/%08d".formatted(day, this.name, this.sha256.substring(0, 8), line);
	}

}
