package dev.perennial;

import java.time.Clock;

import dev.perennial.csv.Moves;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock and the file system: everything that needs an instant, or renames a file, is
 * given them.
 */
@Configuration(proxyBeanMethods = false)
class MachineConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	Moves moves() {
		return new Moves();
	}

}
