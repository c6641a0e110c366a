package dev.perennial.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a program that has a folder of its own finds its outside, whatever process the
 * servers run in.
 *
 * @param folder where everything lies
 * @param gateway where the card gateway answers
 * @param mailPort the port of the mail catcher on 127.0.0.1
 */
public record LocalOutside(Path folder, URI gateway, int mailPort) {

	/** Opens nothing but the gateway of such a folder. */
	public static final String KEY = "sk_test_local";

	/**
	 * What a program is to be told: its outside is here, its dates are simulated (rules
	 * 1.7).
	 */
	public Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("gateway.base-url", this.gateway.toString());
		settings.put("gateway.api-key", KEY);
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", String.valueOf(this.mailPort));
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

	public Path mails() {
		return mails(this.folder);
	}

	public Path inbox() {
		return this.folder.resolve("inbox");
	}

	public Path outbox() {
		return this.folder.resolve("outbox");
	}

	/** The folder of the mail catcher. */
	public static Path mails(Path folder) {
		return folder.resolve("mails");
	}

	/** The file of the card gateway's books. */
	public static Path books(Path folder) {
		return folder.resolve("gateway-books");
	}

}
