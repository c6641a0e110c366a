package dev.perennial;

import java.time.Clock;

import dev.perennial.cli.CommandLineProgram;
import dev.perennial.cli.Console;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program: starts, runs a command, exits with its code. */
@SpringBootApplication
public class PerennialApplication {

	public static void main(String[] args) {
		System
			.exit(new CommandLineProgram(PerennialApplication.class, Clock.systemUTC(), Console.standard()).run(args));
	}

}
