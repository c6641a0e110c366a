package dev.perennial.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import picocli.CommandLine.TypeConversionException;

/** What arguments mean. */
final class Arguments {

	private Arguments() {
	}

	static LocalDate date(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new TypeConversionException("'%s' is no date, expected one such as 2026-11-22".formatted(text));
		}
	}

	/** The subscription of {@code subscription=ID}. */
	static String scope(String text) {
		if (!text.matches("subscription=[A-Za-z0-9._-]{1,40}")) {
			throw new TypeConversionException("'%s' is no scope, expected subscription=ID".formatted(text));
		}
		return text.substring("subscription=".length());
	}

	/**
	 * Whether a text can be the name of something; the database cannot even compare one
	 * that is not ASCII with those that it has.
	 */
	static boolean canBeAName(String text) {
		return text.matches("\\p{ASCII}+");
	}

	static int port(int port) {
		if (port < 0 || port > 65_535) {
			throw new TypeConversionException("--port is %d, expected 0 (any free one) to 65535".formatted(port));
		}
		return port;
	}

	static Path path(String text) {
		return Path.of(text).toAbsolutePath().normalize();
	}

	/** The user who asks. */
	static String who() {
		return System.getProperty("user.name", "unknown");
	}

}
