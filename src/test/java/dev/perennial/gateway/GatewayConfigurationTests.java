package dev.perennial.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import javax.sql.DataSource;

import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The gateway as the application has it: its settings and its guard. */
class GatewayConfigurationTests {

	private static final Instant NOW = Instant.parse("2026-06-23T01:00:00Z");

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(GatewayConfiguration.class)
		.withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
		.withBean(DataSource.class, DriverManagerDataSource::new)
		.withPropertyValues("gateway.api-key=sk_test_secret", "gateway.base-url=http://127.0.0.1:1");

	@Test
	void callsNobodyWhileTheThreadHoldsAConnection() {
		FrozenRequest request = FrozenRequest.of("S-1-20260623-1/1", Money.of(11880, "EUR"), "S-1", "S-1-20260623-1",
				"Action Pack");
		this.context.run((running) -> {
			CardGateway gateway = running.getBean(CardGateway.class);
			DataSource dataSource = running.getBean(DataSource.class);
			TransactionSynchronizationManager.bindResource(dataSource, "a connection");
			try {
				assertThatIllegalStateException().isThrownBy(() -> gateway.charge(request, "pm_card_visa"))
					.withMessageContaining("rules 6.1");
				assertThatIllegalStateException().isThrownBy(() -> gateway.lookUp("S-1-20260623-1/1", NOW));
				assertThatIllegalStateException()
					.isThrownBy(() -> gateway.refund("pi_1", Money.of(11880, "EUR"), "R-1"));
			}
			finally {
				TransactionSynchronizationManager.unbindResource(dataSource);
			}
			assertThat(gateway.charge(request, "pm_card_visa").outcome()).isEqualTo(ChargeAnswer.Outcome.UNKNOWN);
		});
	}

	@Test
	void keepsKeysForTwentyHoursUnlessToldOtherwise() {
		this.context.run((running) -> {
			CardGateway gateway = running.getBean(CardGateway.class);
			assertThat(gateway.mayChargeAgain(Instant.parse("2026-06-22T05:00:00Z"))).isFalse();
			assertThat(gateway.mayChargeAgain(Instant.parse("2026-06-22T05:00:00.001Z"))).isTrue();
		});
	}

	@Test
	void neverShowsItsKey() {
		this.context.run((running) -> assertThat(running.getBean(GatewayProperties.class).toString())
			.contains("http://127.0.0.1:1")
			.doesNotContain("sk_test"));
	}

	@Test
	void takesItsKeyFromTheEnvironment() {
		new ApplicationContextRunner().withUserConfiguration(GatewayConfiguration.class)
			.withBean(Clock.class, Clock::systemUTC)
			.withInitializer((starting) -> starting.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("GATEWAY_APIKEY", "sk_test_secret"))))
			.run((running) -> assertThat(running.getBean(GatewayProperties.class).apiKey())
				.isEqualTo("sk_test_secret"));
	}

	@ParameterizedTest
	@CsvSource({ "gateway.base-uri, http://127.0.0.1:1, gateway.base-uri",
			"gateway.api-key, sk_test two, GATEWAY_APIKEY", "gateway.api-key, sk_test two, without blanks",
			"gateway.api-key, sk_live_1, https", "gateway.base-url, http://127.0.0.1:1/, without a path",
			"gateway.base-url, nowhere, gateway.base-url", "gateway.key-retention, 24h, less than the 24h",
			"gateway.read-timeout, 0s, gateway.read-timeout" })
	void refusesASettingThatIsWrongOrUnknown(String key, String value, String said) {
		this.context.withPropertyValues(key + "=" + value)
			.run((failed) -> assertThat(failed).getFailure().rootCause().hasMessageContaining(said));
	}

}
