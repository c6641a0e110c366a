package dev.perennial.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import dev.perennial.demo.gateway.LocalGateway;
import dev.perennial.demo.gateway.LocalGatewaySettings;

/**
 * The outside of a program that has a folder of its own: card gateway, mail catcher,
 * folders, and the settings that lead to them.
 */
public final class LocalServers implements AutoCloseable {

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
				LocalGatewaySettings.of(0, LocalOutside.books(folder), LocalOutside.KEY).withSilence(silence), clock);
		try {
			this.mailbox = new Mailbox(0, LocalOutside.mails(folder));
		}
		catch (IOException | RuntimeException ex) {
			this.gateway.close();
			throw ex;
		}
	}

	/** Where all of it is found. */
	public LocalOutside outside() {
		return new LocalOutside(this.folder, this.gateway.baseUrl(), this.mailbox.port());
	}

	/**
	 * What a program is to be told: its outside is here, its dates are simulated (rules
	 * 1.7).
	 */
	public Map<String, String> settings() {
		return outside().settings();
	}

	public LocalGateway gateway() {
		return this.gateway;
	}

	public Mailbox mailbox() {
		return this.mailbox;
	}

	public Path mails() {
		return outside().mails();
	}

	public Path inbox() {
		return outside().inbox();
	}

	public Path outbox() {
		return outside().outbox();
	}

	@Override
	public void close() {
		this.mailbox.close();
		this.gateway.close();
	}

}
