package dev.perennial.demo.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.perennial.gateway.ChargeAnswer.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Neither side holds calls up: the limits are the caller's (rules 6.4). */
class ConcurrencyTests {

	private static final int AT_ONCE = 50;

	private final Clock clock = Clock.systemUTC();

	private final ExecutorService callers = Executors.newFixedThreadPool(2 * AT_ONCE);

	@TempDir
	private Path folder;

	@AfterEach
	void endCallers() {
		this.callers.shutdownNow();
	}

	private LocalGatewaySettings settings() {
		return GatewayAndClient.settings(this.folder.resolve("books.jsonl"));
	}

	private List<Future<Outcome>> charge(GatewayAndClient gateway, int calls, String token) {
		List<Future<Outcome>> outcomes = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			String subscription = token.substring(3) + i;
			outcomes.add(this.callers.submit(() -> gateway.charge(subscription, 1, token).outcome()));
		}
		return outcomes;
	}

	@Test
	void manyCallsAtOnceAreAllAnswered() throws Exception {
		LocalGatewaySettings slow = settings().withDelay(Duration.ofMillis(100));
		try (GatewayAndClient gateway = new GatewayAndClient(slow, this.clock)) {
			for (Future<Outcome> outcome : charge(gateway, 8 * AT_ONCE, "pm_card_visa")) {
				assertThat(outcome.get()).isEqualTo(Outcome.SUCCEEDED);
			}
			assertThat(gateway.books()).hasSize(8 * AT_ONCE);
		}
	}

	@Test
	void callsThatWaitForTheirDelayKeepNobodyWaiting() throws Exception {
		List<Future<Outcome>> slow;
		try (GatewayAndClient gateway = new GatewayAndClient(settings().withDelay(Duration.ofMinutes(5)), this.clock)) {
			slow = charge(gateway, AT_ONCE, "pm_card_visa");
			// If each held one of the gateway's 8 threads, 8 would be in the books
			Awaitility.await()
				.atMost(30, TimeUnit.SECONDS)
				.until(() -> gateway.gateway.booksAsCsv().lines().skip(1).count() == AT_ONCE);
			assertThat(slow).noneMatch(Future::isDone);
		}
		assertUnknown(slow);
	}

	@Test
	void silentCallsKeepNobodyWaiting() throws Exception {
		List<Future<Outcome>> silent;
		try (GatewayAndClient gateway = new GatewayAndClient(settings().withSilence(Duration.ofMinutes(5)),
				this.clock)) {
			silent = charge(gateway, AT_ONCE, "pm_sim_timeout_charged");
			for (Future<Outcome> outcome : charge(gateway, AT_ONCE, "pm_card_visa")) {
				assertThat(outcome.get()).isEqualTo(Outcome.SUCCEEDED);
			}
			assertThat(silent).noneMatch(Future::isDone);
		}
		assertUnknown(silent);
	}

	private static void assertUnknown(List<Future<Outcome>> outcomes) throws Exception {
		for (Future<Outcome> outcome : outcomes) {
			assertThat(outcome.get()).as("after the gateway was closed").isEqualTo(Outcome.UNKNOWN);
		}
	}

}
