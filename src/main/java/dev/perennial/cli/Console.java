package dev.perennial.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the program speaks.
 *
 * @param out facts
 * @param err progress, time and errors
 */
public record Console(PrintWriter out, PrintWriter err) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Standard output and standard error. */
	public static Console standard() {
		return new Console(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8));
	}

	/** Prints facts: as one JSON document, or as text for people. */
	void facts(JsonOption json, Object facts, Supplier<String> text) {
		this.out.println(json.given() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(facts) : text.get());
		this.out.flush();
	}

	/** Writes one JSON document, part after part. */
	JsonGenerator json() {
		return JSON.writerWithDefaultPrettyPrinter()
			.without(StreamWriteFeature.AUTO_CLOSE_TARGET)
			.createGenerator(this.out);
	}

	/** Prints a line of progress. */
	void progress(String line) {
		this.err.println(line);
		this.err.flush();
	}

	/** Prints what went wrong. */
	void error(String line) {
		progress("perennial: " + line);
	}

}
