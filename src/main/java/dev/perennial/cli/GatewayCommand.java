package dev.perennial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import dev.perennial.demo.gateway.LocalGateway;
import dev.perennial.demo.gateway.LocalGatewaySettings;
import dev.perennial.night.NotStarted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway}: the local card gateway as a process of its own. */
@Command(name = "gateway", description = "Runs the local card gateway until it is ended. Its key is GATEWAY_APIKEY.")
final class GatewayCommand implements Callable<Integer> {

	private final Console console;

	private final Clock clock;

	@Option(names = "--port", paramLabel = "P", required = true, description = "Port on 127.0.0.1; 0 for any free one.")
	private int port;

	@Option(names = "--books", paramLabel = "FILE", required = true, description = "The file of its books.")
	private @Nullable Path books;

	GatewayCommand(Console console, Clock clock) {
		this.console = console;
		this.clock = clock;
	}

	@Override
	public Integer call() throws InterruptedException {
		String key = Optional.ofNullable(System.getenv("GATEWAY_APIKEY"))
			.filter((given) -> !given.isBlank())
			.orElseThrow(() -> new NotStarted(
					"GATEWAY_APIKEY is not set: expected the key that the night uses, such as sk_test_local"));
		try (LocalGateway gateway = new LocalGateway(
				LocalGatewaySettings.of(Arguments.port(this.port), Arguments.path(String.valueOf(this.books)), key),
				this.clock)) {
			this.console.progress("The card gateway answers at %s, its books at %s/books.csv"
				.formatted(gateway.baseUrl(), gateway.baseUrl()));
			// Nobody counts it down: the process is ended from outside.
			new CountDownLatch(1).await();
		}
		catch (IOException ex) {
			throw new NotStarted(Failure.oneLine(ex.getMessage()));
		}
		return 0;
	}

}
