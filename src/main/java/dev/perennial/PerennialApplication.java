package dev.perennial;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program: starts, runs a command, exits with its code. */
@SpringBootApplication
public class PerennialApplication {

	public static void main(String[] args) {
		SpringApplication.run(PerennialApplication.class, args);
	}

}
