package dev.perennial.demo.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.money.Money;
import dev.perennial.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** The books are the second witness, and outlive the gateway's process. */
class BooksTests {

	private final SettableClock clock = new SettableClock();

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void file() {
		this.file = this.folder.resolve("gateway").resolve("books.jsonl");
	}

	private GatewayAndClient open() throws IOException {
		return new GatewayAndClient(this.file, this.clock);
	}

	@Test
	void listEachIntentWithItsCurrencysDigits() throws Exception {
		try (GatewayAndClient gateway = open()) {
			charge(gateway, "S-1", Money.of(11880, "EUR"), "pm_card_visa");
			charge(gateway, "S-2", Money.of(15000, "JPY"), "pm_card_visa");
			charge(gateway, "S-3", Money.of(12340, "KWD"), "pm_card_visa_chargeDeclinedLostCard");
			charge(gateway, "S-4", Money.of(9900, "USD"), "pm_sim_500_then_ok");
			assertThat(gateway.csv()).isEqualTo("""
					reference,amount,currency,outcome,at\r
					S-1-20260623-1/1,118.80,EUR,succeeded,2026-06-23T01:00:00Z\r
					S-2-20260623-1/1,15000,JPY,succeeded,2026-06-23T01:00:00Z\r
					S-3-20260623-1/1,12.340,KWD,declined,2026-06-23T01:00:00Z\r
					""");
		}
	}

	private static void charge(GatewayAndClient gateway, String subscription, Money amount, String token) {
		String order = subscription + "-20260623-1";
		gateway.cards.charge(FrozenRequest.of(order + "/1", amount, subscription, order, "Action Pack"), token);
	}

	@Test
	void survivesARestartWithKeysCountsAndRefunds() throws Exception {
		ChargeAnswer first;
		try (GatewayAndClient gateway = open()) {
			first = gateway.charge("S-1", 1, "pm_card_visa");
			gateway.charge("S-2", 1, "pm_sim_soft_then_ok_1");
			gateway.charge("S-3", 1, "pm_sim_500_then_ok");
			gateway.cards.refund("pi_local_00000001", Money.of(11880, "EUR"), "R-1");
		}
		try (GatewayAndClient gateway = open()) {
			assertThat(gateway.charge("S-4", 1, "pm_card_visa").gatewayReference()).isEqualTo("pi_local_00000003");
			assertThat(gateway.charge("S-1", 1, "pm_card_visa")).isEqualTo(first);
			assertThat(gateway.charge("S-2", 1, "pm_sim_soft_then_ok_1").outcome()).isEqualTo(Outcome.DECLINED_SOFT);
			assertThat(gateway.charge("S-2", 2, "pm_sim_soft_then_ok_1").outcome()).isEqualTo(Outcome.SUCCEEDED);
			assertThat(gateway.charge("S-3", 1, "pm_sim_500_then_ok").outcome()).isEqualTo(Outcome.UNKNOWN);
			assertThat(gateway.cards.refund("pi_local_00000001", Money.of(11880, "EUR"), "R-1").refundReference())
				.isEqualTo("re_local_00000001");
			assertThat(gateway.books()).hasSize(4);
		}
	}

	@Test
	void areWrittenBeforeTheCallIsAnswered() throws Exception {
		try (GatewayAndClient gateway = open()) {
			gateway.charge("S-1", 1, "pm_card_visa");
			assertThat(Files.readString(this.file)).contains("S-1-20260623-1/1").endsWith("\n");
		}
	}

	@Test
	void forgetALineThatWasCutOffInTheMiddle() throws Exception {
		try (GatewayAndClient gateway = open()) {
			gateway.charge("S-1", 1, "pm_card_visa");
			gateway.charge("S-2", 1, "pm_card_visa");
		}
		byte[] whole = Files.readAllBytes(this.file);
		Files.write(this.file, Arrays.copyOf(whole, whole.length - 7));
		try (GatewayAndClient gateway = open()) {
			assertThat(gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,succeeded");
			gateway.charge("S-2", 1, "pm_card_visa");
		}
		assertThat(this.file).hasBinaryContent(whole);
	}

	@Test
	void refuseALineInTheMiddleThatIsNoEntry() throws Exception {
		try (GatewayAndClient gateway = open()) {
			gateway.charge("S-1", 1, "pm_card_visa");
		}
		Files.writeString(this.file, "nonsense\n", StandardOpenOption.APPEND);
		assertThatIOException().isThrownBy(this::open).withMessageContaining("books.jsonl, line 2");
	}

	@Test
	void belongToOneGatewayAtATime() throws Exception {
		try (GatewayAndClient gateway = open()) {
			assertThat(gateway.gateway.port()).isPositive();
			assertThatIOException().isThrownBy(this::open).withMessageContaining("in use");
		}
		open().close();
	}

	@Test
	void keepNoTokenAndNoKey() throws Exception {
		try (GatewayAndClient gateway = open()) {
			gateway.charge("S-1", 1, "pm_card_visa");
			gateway.charge("S-2", 1, "pm_sim_timeout_not_charged");
			gateway.charge("S-3", 1, "pm_something_else");
		}
		assertThat(this.file).content().doesNotContain("pm_").doesNotContain(GatewayAndClient.API_KEY);
	}

}
