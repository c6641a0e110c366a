package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.perennial.PerennialApplication;
import dev.perennial.demo.LocalServers;
import dev.perennial.demo.Mailbox;
import dev.perennial.demo.gateway.LocalGateway;
import dev.perennial.importing.Import;
import dev.perennial.importing.Imported;
import dev.perennial.night.Night;
import dev.perennial.night.NightRequest;
import dev.perennial.night.NightResult;
import dev.perennial.work.lease.Lease;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole program on a test database, with a card gateway and a mail catcher of its
 * own.
 */
public final class RunningProgram implements AutoCloseable {

	private final LocalServers servers;

	private final List<String> arguments;

	private final ConfigurableApplicationContext context;

	/**
	 * Starts everything.
	 * @param database a schema as the migrations leave it
	 * @param folder of this program alone: inbox, outbox, books and mails
	 * @param more settings that win, {@code key=value}
	 */
	public RunningProgram(TestDatabase database, Path folder, String... more) throws IOException {
		this(database, folder, Clock.systemUTC(), more);
	}

	/**
	 * Starts everything at the time of a clock, which the gateway has too.
	 * @param database a schema as the migrations leave it
	 * @param folder of this program alone: inbox, outbox, books and mails
	 * @param clock the real time
	 * @param more settings that win, {@code key=value}
	 */
	public RunningProgram(TestDatabase database, Path folder, Clock clock, String... more) throws IOException {
		this.servers = new LocalServers(folder, Duration.ofMillis(100), clock);
		Map<String, Object> settings = new LinkedHashMap<>(this.servers.settings());
		settings.put("spring.config.location", "classpath:/");
		settings.put("spring.datasource.url", database.jdbcUrl());
		settings.put("spring.datasource.username", database.server().app().user());
		settings.put("spring.datasource.password", database.server().app().password());
		settings.put("spring.flyway.enabled", "false");
		settings.put("gateway.read-timeout", "1s");
		settings.put("charging.rate-per-second", "500");
		settings.put("folders.catalog", "config");
		for (String setting : more) {
			settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		this.arguments = settings.entrySet()
			.stream()
			.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
			.toList();
		this.context = new SpringApplicationBuilder(PerennialApplication.class).web(WebApplicationType.NONE)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("steered", Clock.class,
					() -> clock, (definition) -> definition.setPrimary(true)))
			.run(this.arguments.toArray(String[]::new));
	}

	/** Runs the night of a date, and approves what it asks for. */
	public NightResult night(LocalDate date) {
		return this.context.getBean(Night.class)
			.run(new NightRequest(date, null, "", false, new NightRequest.Consent("test", true, null)));
	}

	/** Its settings, for another process that is to do the same work. */
	public List<String> arguments() {
		return this.arguments;
	}

	/**
	 * Imports the files of a folder, which must all be in order.
	 * @param offers the codes of all offers
	 * @param day the day of the import, the oldest open date
	 */
	public void load(Path from, Set<String> offers, LocalDate day) {
		Imported imported = bean(Lease.class).hold(null, () -> bean(Import.class).load(from, offers, day));
		if (!imported.refused().isEmpty()) {
			throw new IllegalStateException("Refused: " + imported.refused().get(0).details());
		}
	}

	/** What one of its settings is. */
	public String setting(String key) {
		return String.valueOf(this.context.getEnvironment().getProperty(key));
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public LocalGateway gateway() {
		return this.servers.gateway();
	}

	public Mailbox mailbox() {
		return this.servers.mailbox();
	}

	@Override
	public void close() {
		this.context.close();
		this.servers.close();
	}

}
