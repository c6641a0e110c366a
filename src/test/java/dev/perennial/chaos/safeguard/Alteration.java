package dev.perennial.chaos.safeguard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is done to one source.
 *
 * @param file the source, below {@code src/main}
 * @param text what is taken out
 * @param without what stands there instead; for a file of the schema a statement that is
 * executed
 */
record Alteration(String file, String text, String without) {

	Alteration {
		text = text.strip();
		without = without.strip();
	}

	boolean isOfTheSchema() {
		return this.file.endsWith(".sql");
	}

	/** The source as it is. */
	String source() throws IOException {
		return Files.readString(Path.of("src", "main").resolve(this.file));
	}

	/** The source without the text. */
	String altered() throws IOException {
		return source().replace(this.text, this.without);
	}

}
