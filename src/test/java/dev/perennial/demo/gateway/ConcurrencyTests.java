package dev.perennial.demo.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Neither side holds calls up: the limits are the caller's (rules 6.4). */
class ConcurrencyTests {

	private static final int AT_ONCE = 50;

	@TempDir
	private Path folder;

	@Test
	void fiftyCallsAtOnceTakeLittleMoreThanOneDelay() throws Exception {
		LocalGatewaySettings settings = GatewayAndClient.settings(this.folder.resolve("books.jsonl"))
			.withDelay(Duration.ofMillis(100))
			.withSilence(Duration.ofMillis(1500));
		ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
		Clock clock = Clock.systemUTC();
		try (GatewayAndClient gateway = new GatewayAndClient(settings, clock)) {
			gateway.charge("warm-up", 1, "pm_card_visa");
			Instant began = clock.instant();
			List<Future<ChargeAnswer>> answers = new ArrayList<>();
			for (int i = 0; i < 4 * AT_ONCE; i++) {
				String subscription = "S-" + i;
				// A silent one in ten must not keep the others from their threads.
				String token = (i % 10 == 0) ? "pm_sim_timeout_charged" : "pm_card_visa";
				answers.add(callers.submit(() -> gateway.charge(subscription, 1, token)));
			}
			int unknown = 0;
			for (Future<ChargeAnswer> answer : answers) {
				unknown += (answer.get().outcome() == Outcome.UNKNOWN) ? 1 : 0;
			}
			Duration took = Duration.between(began, clock.instant());
			assertThat(unknown).isEqualTo(20);
			assertThat(gateway.books()).hasSize(4 * AT_ONCE + 1).allMatch((line) -> line.endsWith("succeeded"));
			// One after the other they would take 20 s; a thread for each delay and
			// silence, 4.
			assertThat(took).isLessThan(Duration.ofSeconds(5));
		}
		finally {
			callers.shutdownNow();
		}
	}

}
