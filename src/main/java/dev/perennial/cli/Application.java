package dev.perennial.cli;

import java.util.List;
import java.util.function.Function;

import dev.perennial.night.NotStarted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for the commands that need it, and ends it after them. */
final class Application {

	private static final Logger log = LoggerFactory.getLogger(Application.class);

	private final Class<?> source;

	private final List<String> settings;

	/**
	 * @param source the class of the Spring Boot application
	 * @param settings as given on the command line
	 */
	Application(Class<?> source, List<String> settings) {
		this.source = source;
		this.settings = List.copyOf(settings);
	}

	/**
	 * Does the work with a started application.
	 * @throws NotStarted if it does not start, with the setting that is wrong
	 */
	<T> T with(Function<ApplicationContext, T> work) {
		try (ConfigurableApplicationContext context = start()) {
			return work.apply(context);
		}
	}

	private ConfigurableApplicationContext start() {
		try {
			return new SpringApplicationBuilder(this.source).web(WebApplicationType.NONE)
				.run(this.settings.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			log.debug("The application does not start", ex);
			throw new NotStarted(WrongSetting.line(ex));
		}
	}

}
