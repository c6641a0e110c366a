package dev.perennial.demo.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.gateway.GatewayProperties;
import dev.perennial.money.Money;

/** A local gateway over given books and the real client that calls it over HTTP. */
final class GatewayAndClient implements AutoCloseable {

	static final String API_KEY = "sk_test_local";

	final LocalGateway gateway;

	final CardGateway cards;

	private final HttpClient http = HttpClient.newHttpClient();

	GatewayAndClient(Path books, Clock clock) throws IOException {
		this(settings(books), clock);
	}

	GatewayAndClient(LocalGatewaySettings settings, Clock clock) throws IOException {
		this.gateway = new LocalGateway(settings, clock);
		this.cards = new CardGateway(properties(this.gateway.baseUrl(), Duration.ofSeconds(30)), clock, () -> {
		});
	}

	static LocalGatewaySettings settings(Path books) {
		return LocalGatewaySettings.of(0, books, API_KEY).withSilence(Duration.ofMillis(50));
	}

	/**
	 * The client waits longer than the gateway is silent: slow machines do not matter.
	 */
	static GatewayProperties properties(URI baseUrl, Duration readTimeout) {
		return new GatewayProperties(baseUrl, API_KEY, Duration.ofSeconds(10), readTimeout, Duration.ofSeconds(2),
				Duration.ofHours(20));
	}

	/** Attempt {@code n} of the order of {@code subscription}: 118.80 EUR. */
	static FrozenRequest request(String subscription, int attempt) {
		String order = subscription + "-20260623-1";
		return FrozenRequest.of(order + "/" + attempt, Money.of(11880, "EUR"), subscription, order, "Action Pack");
	}

	ChargeAnswer charge(String subscription, int attempt, String token) {
		return this.cards.charge(request(subscription, attempt), token);
	}

	/** Lines of the books without the header: reference, amount, currency, outcome. */
	List<String> books() throws IOException, InterruptedException {
		return csv().lines().skip(1).map((line) -> line.substring(0, line.lastIndexOf(','))).toList();
	}

	String csv() throws IOException, InterruptedException {
		return get("/books.csv");
	}

	String get(String path) throws IOException, InterruptedException {
		return this.http
			.send(HttpRequest.newBuilder(URI.create(this.gateway.baseUrl() + path))
				.header("Authorization", "Bearer " + API_KEY)
				.build(), BodyHandlers.ofString())
			.body();
	}

	@Override
	public void close() {
		this.gateway.close();
	}

}
