package dev.perennial.importing.inbox;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.csv.BadRow;
import dev.perennial.csv.FileIn;
import dev.perennial.csv.FileRefused;
import dev.perennial.csv.Rejected;

/**
 * A file of the inbox.
 *
 * @param file where it lies
 * @param kind what it holds
 */
record Delivery(Path file, Kind kind) {

	private static final int LONGEST_NAME = 100;

	/** Whether a name is one of the inbox; what is not complete yet has another. */
	static boolean isOne(String name) {
		return !isLeftAlone(name) && (name.matches("requests-.*\\.csv") || name.matches("bank-.*\\.csv"));
	}

	/** Whether a name says that the file is not for us, or not yet. */
	static boolean isLeftAlone(String name) {
		return name.startsWith(".") || name.endsWith(".part") || name.endsWith(Rejected.SUFFIX);
	}

	static Delivery of(Path file) {
		return new Delivery(file, file.getFileName().toString().startsWith("bank-") ? Kind.BANK : Kind.REQUESTS);
	}

	String name() {
		return this.file.getFileName().toString();
	}

	/**
	 * The SHA-256 of its content, by which it is known.
	 */
	String sha256() {
		return new FileIn(this.file, List.of()).sha256();
	}

	/** A name becomes part of the name of each row. */
	void checkName() {
		if (name().length() > LONGEST_NAME || name().chars().anyMatch(Character::isISOControl)) {
			throw new FileRefused(this.file, List.of(new BadRow(0, "",
					"the name of the file is too long: expected at most %d characters".formatted(LONGEST_NAME))), 1,
					"nowhere");
		}
	}

	/** What a file of the inbox holds. */
	enum Kind {

		REQUESTS, BANK

	}

}
