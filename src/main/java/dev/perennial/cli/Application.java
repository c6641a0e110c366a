package dev.perennial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.perennial.cli.MigrationConfiguration.LeaveSchema;
import dev.perennial.demo.DemoMachine;
import dev.perennial.night.NotStarted;
import dev.perennial.work.lease.LeaseTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Starts the application for the commands that need it, and ends it after them. */
final class Application {

	private static final Logger log = LoggerFactory.getLogger(Application.class);

	private final Class<?> source;

	private final Class<?> reading;

	private final List<String> settings;

	private final Supplier<Optional<DemoMachine>> demo;

	/**
	 * @param source the class of the Spring Boot application
	 * @param reading the class of the one that has only what reading needs
	 * @param settings as given on the command line
	 * @param demo starts the machine of the demo, if it is to be used
	 */
	Application(Class<?> source, Class<?> reading, List<String> settings, Supplier<Optional<DemoMachine>> demo) {
		this.source = source;
		this.reading = reading;
		this.settings = List.copyOf(settings);
		this.demo = demo;
	}

	/**
	 * Does the work with a started application.
	 * @throws NotStarted if it does not start, with the setting that is wrong
	 * @throws LeaseTaken if the schema is older than the program, and a night runs on it
	 */
	<T> T with(Function<ApplicationContext, T> work) {
		return run(whole(), work);
	}

	/**
	 * Does the work with a started application that migrates nothing, for commands that
	 * may come while a night runs.
	 * @throws NotStarted if it does not start, or the schema is older than the program
	 */
	<T> T onInstalled(Function<ApplicationContext, T> work) {
		return run(
				whole().initializers(
						(context) -> context.getBeanFactory().registerSingleton("leaveSchema", new LeaveSchema())),
				work);
	}

	/**
	 * Does work that only reads, with an application that starts in a fraction of the
	 * time: it migrates nothing, and makes what the work asks for.
	 * @throws NotStarted if it does not start, or the schema is not that of the program
	 */
	<T> T reading(Function<ApplicationContext, T> work) {
		SpringApplicationBuilder reading = new SpringApplicationBuilder(this.reading).web(WebApplicationType.NONE)
			.lazyInitialization(true);
		return run(reading, (context) -> {
			InstalledSchema.requireOf(context);
			return work.apply(context);
		});
	}

	private <T> T run(SpringApplicationBuilder builder, Function<ApplicationContext, T> work) {
		Optional<DemoMachine> machine = this.demo.get();
		if (machine.isPresent()) {
			return on(machine.get(), builder, work);
		}
		try (ConfigurableApplicationContext context = start(this.settings, builder)) {
			return work.apply(context);
		}
	}

	/**
	 * Does the work with an application that uses the demo's machine, and ends both.
	 * @throws NotStarted if it does not start, with the setting that is wrong
	 */
	<T> T on(DemoMachine machine, Function<ApplicationContext, T> work) {
		return on(machine, whole(), work);
	}

	private <T> T on(DemoMachine machine, SpringApplicationBuilder builder, Function<ApplicationContext, T> work) {
		try (machine) {
			Set<String> given = this.settings.stream().map(Application::key).collect(Collectors.toSet());
			List<String> all = new ArrayList<>(this.settings);
			machine.settings()
				.entrySet()
				.stream()
				.filter((setting) -> !given.contains(setting.getKey()))
				.forEach((setting) -> all.add("--%s=%s".formatted(setting.getKey(), setting.getValue())));
			// The machine ends it, in the right order, and from its first moment on
			return work.apply(
					start(all, builder.registerShutdownHook(false).initializers((context) -> machine.with(context))));
		}
	}

	private SpringApplicationBuilder whole() {
		return new SpringApplicationBuilder(this.source).web(WebApplicationType.NONE);
	}

	private static String key(String setting) {
		return setting.substring(2, setting.indexOf('='));
	}

	private ConfigurableApplicationContext start(List<String> arguments, SpringApplicationBuilder builder) {
		try {
			return builder.run(arguments.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			log.debug("The application does not start", ex);
			if (NestedExceptionUtils.getMostSpecificCause(ex) instanceof LeaseTaken taken) {
				throw taken;
			}
			throw new NotStarted(WrongSetting.line(ex));
		}
	}

}
