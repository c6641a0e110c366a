package dev.perennial.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends each call once, bounds the whole answer, and waits 429 out with the same bytes
 * (rules 6.4). Stripe's default transport would not do: HttpURLConnection silently sends
 * a POST again when a kept-alive connection is closed without an answer, and its read
 * time-out starts afresh with every byte.
 */
class Transport extends HttpClient {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

	private final java.net.http.HttpClient http;

	private final Duration answerWithin;

	private final Duration rateLimitWait;

	Transport(GatewayProperties properties) {
		this.http = java.net.http.HttpClient.newBuilder()
			.version(java.net.http.HttpClient.Version.HTTP_1_1)
			.followRedirects(java.net.http.HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
		this.answerWithin = properties.connectTimeout().plus(properties.readTimeout());
		this.rateLimitWait = properties.rateLimitWait();
	}

	@Override
	public StripeResponse request(StripeRequest request) throws ApiConnectionException {
		HttpRequest bytes = bytes(request);
		Duration left = this.rateLimitWait;
		Duration pause = FIRST_PAUSE;
		while (true) {
			StripeResponse response = send(bytes);
			if (!isBusy(response)) {
				return response;
			}
			Duration wait = retryAfter(response, pause);
			if (wait.compareTo(left) > 0) {
				return response;
			}
			sleep(wait);
			left = left.minus(wait);
			pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	/** 409 means that the same key is being worked on right now: its answer will come. */
	private static boolean isBusy(StripeResponse response) {
		return response.code() == 429 || response.code() == 409;
	}

	private static Duration retryAfter(StripeResponse response, Duration otherwise) {
		return response.headers()
			.firstValue("Retry-After")
			.filter((value) -> value.matches("\\d{1,6}"))
			.map((value) -> Duration.ofSeconds(Long.parseLong(value)))
			.filter((asked) -> asked.compareTo(FIRST_PAUSE) > 0)
			.orElse(otherwise);
	}

	private StripeResponse send(HttpRequest request) throws ApiConnectionException {
		CompletableFuture<HttpResponse<String>> answer = this.http.sendAsync(request, BodyHandlers.ofString());
		try {
			HttpResponse<String> response = answer.get(this.answerWithin.toNanos(), TimeUnit.NANOSECONDS);
			return new StripeResponse(response.statusCode(), HttpHeaders.of(response.headers().map()), response.body());
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new ApiConnectionException("no answer within " + this.answerWithin.toMillis() + " ms");
		}
		catch (ExecutionException ex) {
			throw new ApiConnectionException("connection lost: " + reason(ex.getCause()));
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			throw interrupted();
		}
	}

	private static String reason(@Nullable Throwable cause) {
		return (cause != null) ? cause.getClass().getSimpleName() : "unknown";
	}

	private static void sleep(Duration wait) throws ApiConnectionException {
		try {
			Thread.sleep(wait.toMillis());
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private static ApiConnectionException interrupted() {
		Thread.currentThread().interrupt();
		return new ApiConnectionException("interrupted while waiting for the answer");
	}

	private static HttpRequest bytes(StripeRequest request) throws ApiConnectionException {
		HttpRequest.Builder bytes = HttpRequest.newBuilder(uri(request)).header("User-Agent", "Perennial");
		request.headers().map().forEach((name, values) -> {
			// Telemetry would make the bytes depend on the calls before.
			if (!"X-Stripe-Client-Telemetry".equalsIgnoreCase(name)) {
				bytes.header(name, String.join(",", values));
			}
		});
		if (request.content() == null) {
			return bytes.method(request.method().name(), BodyPublishers.noBody()).build();
		}
		return bytes.header("Content-Type", request.content().contentType())
			.method(request.method().name(), BodyPublishers.ofByteArray(request.content().byteArrayContent()))
			.build();
	}

	private static URI uri(StripeRequest request) throws ApiConnectionException {
		try {
			return request.url().toURI();
		}
		catch (URISyntaxException ex) {
			throw new ApiConnectionException("the address of the call is not valid");
		}
	}

}
