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

import dev.perennial.gateway.ChargeAnswer.Outcome;
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
	void manyCallsAtOnceTakeLittleMoreThanTheirDelay() throws Exception {
		LocalGatewaySettings slow = settings().withDelay(Duration.ofMillis(100));
		try (GatewayAndClient gateway = new GatewayAndClient(slow, this.clock)) {
			gateway.charge("warm-up", 1, "pm_card_visa");
			Instant began = this.clock.instant();
			for (Future<Outcome> outcome : charge(gateway, 8 * AT_ONCE, "pm_card_visa")) {
				assertThat(outcome.get()).isEqualTo(Outcome.SUCCEEDED);
			}
			// One after the other they take 40 s; if each held one of the gateway's 8
			// threads, 5.
			assertThat(Duration.between(began, this.clock.instant())).isLessThan(Duration.ofSeconds(4));
			assertThat(gateway.books()).hasSize(8 * AT_ONCE + 1);
		}
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
		for (Future<Outcome> outcome : silent) {
			assertThat(outcome.get()).as("after the gateway was closed").isEqualTo(Outcome.UNKNOWN);
		}
	}

}
