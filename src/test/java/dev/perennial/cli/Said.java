package dev.perennial.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.perennial.PerennialApplication;
import dev.perennial.ReadingApplication;

/**
 * What a command said.
 *
 * @param code its exit code
 * @param out the facts
 * @param err all else
 */
record Said(int code, String out, String err) {

	static Said by(Class<?> application, String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true));
		Clock clock = Clock.fixed(Instant.parse("2026-11-22T21:00:00Z"), ZoneOffset.UTC);
		Class<?> reading = application.equals(PerennialApplication.class) ? ReadingApplication.class : application;
		int code = new CommandLineProgram(application, reading, clock, console).run(arguments);
		return new Said(code, out.toString(), err.toString());
	}

}
