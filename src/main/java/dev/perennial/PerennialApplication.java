package dev.perennial;

import java.time.Clock;

import dev.perennial.cli.CommandLineProgram;
import dev.perennial.cli.Console;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The one program: starts, runs a command, exits with its code. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(resourcePattern = PerennialApplication.CONFIGURATIONS)
public class PerennialApplication {

	/** Where beans are made: a start need not open all other classes to find none. */
	static final String CONFIGURATIONS = "**/*Configuration.class";

	public static void main(String[] args) {
		System.exit(new CommandLineProgram(PerennialApplication.class, ReadingApplication.class, Clock.systemUTC(),
				Console.standard())
			.run(args));
	}

}
