package dev.perennial.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.perennial.demo.gateway.LocalGateway;
import dev.perennial.demo.gateway.LocalGatewaySettings;

/**
 * The outside of a program that has a folder of its own: card gateway, mail catcher,
 * folders, and the settings that lead to them.
 */
public final class LocalServers implements AutoCloseable {

	/** Opens nothing but the gateway of this folder. */
	private static final String KEY = "sk_test_local";

	private final Path folder;

	private final LocalGateway gateway;

	private final Mailbox mailbox;

	/**
	 * Starts the servers on free ports; books and mails of an earlier start go on.
	 * @param folder where everything lies
	 * @param silence how long the gateway keeps a call that it does not answer
	 * @param clock what the gateway takes for the time
	 * @throws IOException if the folder cannot be used
	 */
	public LocalServers(Path folder, Duration silence, Clock clock) throws IOException {
		this.folder = folder;
		this.gateway = new LocalGateway(
				LocalGatewaySettings.of(0, folder.resolve("gateway-books"), KEY).withSilence(silence), clock);
		try {
			this.mailbox = new Mailbox(0, mails());
		}
		catch (IOException | RuntimeException ex) {
			this.gateway.close();
			throw ex;
		}
	}

	/**
	 * What a program is to be told: its outside is here, its dates are simulated (rules
	 * 1.7).
	 */
	public Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("gateway.base-url", this.gateway.baseUrl().toString());
		settings.put("gateway.api-key", KEY);
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", String.valueOf(this.mailbox.port()));
		// The catcher knows no users, whatever the environment says of the real server
		settings.put("spring.mail.username", "");
		settings.put("spring.mail.password", "");
		settings.put("mail.from", "Perennial <renewals@perennial.example>");
		settings.put("mail.journal", this.folder.resolve("mail-journal").toString());
		settings.put("folders.inbox", inbox().toString());
		settings.put("folders.outbox", outbox().toString());
		settings.put("night.today", "business-date");
		settings.put("vat.register", "local");
		return settings;
	}

	public LocalGateway gateway() {
		return this.gateway;
	}

	public Mailbox mailbox() {
		return this.mailbox;
	}

	public Path mails() {
		return this.folder.resolve("mails");
	}

	public Path inbox() {
		return this.folder.resolve("inbox");
	}

	public Path outbox() {
		return this.folder.resolve("outbox");
	}

	@Override
	public void close() {
		this.mailbox.close();
		this.gateway.close();
	}

}
