package dev.perennial.demo.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The local card gateway on 127.0.0.1. It works a call off when it comes and answers it
 * when its delay is over; no thread waits meanwhile, so a few carry any number of calls.
 */
public final class LocalGateway implements AutoCloseable {

	private static final int BACKLOG = 1024;

	private static final int THREADS = 8;

	static {
		// Head and body of an answer are two packets: without this each waits 40 ms.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final LocalGatewaySettings settings;

	private final Books books;

	private final Api api;

	private final HttpServer server;

	private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);

	private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor();

	/**
	 * Reads the books and starts to answer.
	 * @param settings port, books, key, delays
	 * @param clock what the gateway takes for the time
	 * @throws IOException if the port is taken, or the books are in use or not readable
	 */
	public LocalGateway(LocalGatewaySettings settings, Clock clock) throws IOException {
		this.settings = settings;
		this.books = new Books(settings.books());
		try {
			this.api = new Api(settings.apiKey(), new Ledger(this.books, clock));
			this.server = server(settings.port());
		}
		catch (IOException | RuntimeException ex) {
			this.books.close();
			throw ex;
		}
		this.server.setExecutor(this.workers);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	private static HttpServer server(int port) throws IOException {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
		}
		catch (BindException ex) {
			throw new IOException(
					"Port %d of 127.0.0.1 is taken; expected a free one for the card gateway. Choose another, or 0 for any"
						.formatted(port),
					ex);
		}
	}

	/**
	 * Where it listens.
	 * @return the value for {@code gateway.base-url}
	 */
	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + port());
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/** The books as {@code GET /books.csv} gives them: one row per payment intent. */
	public String booksAsCsv() {
		return this.api.answer(new Api.Request("GET", "/books.csv", "", "", Parameters.read(""))).body();
	}

	private void handle(HttpExchange exchange) {
		try {
			Answer answer = this.api.answer(request(exchange));
			if (answer.isSilence()) {
				later(exchange::close, this.settings.delay().plus(this.settings.silence()));
			}
			else if (this.settings.delay().isZero()) {
				send(exchange, answer);
			}
			else {
				later(() -> send(exchange, answer), this.settings.delay());
			}
		}
		catch (IOException | RuntimeException ex) {
			exchange.close();
		}
	}

	private static Api.Request request(HttpExchange exchange) throws IOException {
		String form = "POST".equals(exchange.getRequestMethod())
				? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
				: exchange.getRequestURI().getRawQuery();
		return new Api.Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
				header(exchange, "Authorization"), header(exchange, "Idempotency-Key"), Parameters.read(form));
	}

	private static String header(HttpExchange exchange, String name) {
		return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
	}

	private void later(Runnable action, Duration delay) {
		this.waiting.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static void send(HttpExchange exchange, Answer answer) {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", answer.contentType());
			exchange.sendResponseHeaders(answer.status(), body.length);
			exchange.getResponseBody().write(body);
		}
		catch (IOException ex) {
			// The caller did not wait for the answer; its charge is in the books all the
			// same.
		}
	}

	/** Stops to answer; calls that wait for their answer get none. */
	@Override
	public void close() {
		this.waiting.shutdownNow();
		this.server.stop(0);
		this.workers.shutdownNow();
		try {
			this.books.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
