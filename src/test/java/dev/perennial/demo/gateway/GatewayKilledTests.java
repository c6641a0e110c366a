package dev.perennial.demo.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 of the gateway's process loses nothing that it acknowledged. */
class GatewayKilledTests {

	private static final int CALLERS = 8;

	@TempDir
	private Path folder;

	private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

	@Test
	void everyAcknowledgedChargeIsInTheBooks() throws Exception {
		Path file = this.folder.resolve("books.jsonl");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), GatewayProcess.class.getName(), file.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try {
			URI address = URI.create(process.inputReader().readLine());
			List<Future<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < CALLERS; i++) {
				calls.add(callers.submit(untilItIsGone(address, "caller-" + i)));
			}
			while (this.acknowledged.size() < 50) {
				Thread.sleep(5);
			}
			process.destroyForcibly().waitFor();
			for (Future<Integer> call : calls) {
				call.get();
			}
		}
		finally {
			process.destroyForcibly();
			callers.shutdownNow();
		}
		try (GatewayAndClient again = new GatewayAndClient(file, Clock.systemUTC())) {
			assertThat(again.books()).containsAll(
					this.acknowledged.stream().map((reference) -> reference + ",118.80,EUR,succeeded").toList());
			assertThat(again.books()).hasSizeBetween(this.acknowledged.size(), this.acknowledged.size() + CALLERS);
		}
	}

	private Callable<Integer> untilItIsGone(URI address, String subscription) {
		CardGateway cards = new CardGateway(GatewayAndClient.properties(address, Duration.ofSeconds(30)),
				Clock.systemUTC(), () -> {
				});
		return () -> {
			int attempt = 1;
			while (cards.charge(GatewayAndClient.request(subscription, attempt), "pm_card_visa")
				.outcome() == Outcome.SUCCEEDED) {
				this.acknowledged.add(GatewayAndClient.request(subscription, attempt).merchantReference());
				attempt++;
			}
			return attempt;
		};
	}

}
