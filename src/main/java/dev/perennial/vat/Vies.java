package dev.perennial.vat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The VAT register of the European Commission, which passes questions on to the
 * countries.
 */
final class Vies {

	private static final Logger log = LoggerFactory.getLogger(Vies.class);

	private static final Pattern ANSWER = Pattern.compile("\"userError\"\\s*:\\s*\"(\\w+)\"");

	private final HttpClient client;

	private final String address;

	private final Duration timeout;

	Vies(URI address, Duration timeout) {
		this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
		this.address = address.toString().replaceAll("/$", "");
		this.timeout = timeout;
	}

	VatAnswer ask(String vatId) {
		String prefix = vatId.substring(0, 2).equals("GR") ? "EL" : vatId.substring(0, 2);
		// + and * stand in Irish ids of old
		String number = vatId.substring(2).replace("+", "%2B").replace("*", "%2A");
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + "/ms/" + prefix + "/vat/" + number))
			.timeout(this.timeout)
			.build();
		try {
			return answer(this.client.send(request, BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			log.warn("The VAT register at {} does not answer: {}", this.address, ex.toString());
			return VatAnswer.UNAVAILABLE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return VatAnswer.UNAVAILABLE;
		}
	}

	/** Only two words say anything; all others are kinds of "ask later". */
	private static VatAnswer answer(HttpResponse<String> response) {
		Matcher answer = ANSWER.matcher(response.body());
		if (response.statusCode() != 200 || !answer.find()) {
			return VatAnswer.UNAVAILABLE;
		}
		return switch (answer.group(1)) {
			case "VALID" -> VatAnswer.VALID;
			case "INVALID" -> VatAnswer.INVALID;
			default -> VatAnswer.UNAVAILABLE;
		};
	}

}
