package dev.perennial.charging;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.perennial.charging.LookUpCharges.Absence;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.GatewayProperties;
import dev.perennial.work.Pace;
import dev.perennial.work.RateLimiter;
import dev.perennial.work.StartCheck;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Charging with one limiter for all calls to the gateway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChargingSettings.class)
class ChargingConfiguration {

	/**
	 * How long a simulation waits before what is not found was not charged (rules 6.2).
	 */
	private static final Duration SIMULATED = Duration.ofSeconds(10);

	private static final int FEWEST_LANES = 3;

	private static final int MOST_LANES = 10;

	@Bean
	Charging charging(CardGateway gateway, JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks,
			Charging.GatewayUse use) {
		return Charging.of(gateway, jdbc, dossiers, rulebooks, use);
	}

	@Bean
	StartCheck gatewayKeyIsThere(GatewayProperties gateway) {
		return () -> gateway.hasKey() ? Optional.empty()
				: Optional.of("gateway.api-key is not set: expected the secret key of the account, set GATEWAY_APIKEY");
	}

	@Bean
	Charging.GatewayUse gatewayUse(ChargingSettings settings, Clock clock, @Value("${night.today:real}") String today) {
		boolean simulated = today.equals("business-date");
		Absence absence = Absence.proves(clock, simulated ? SIMULATED : settings.notFoundAfter(), simulated);
		return new Charging.GatewayUse(clock, new Pace(lanes(settings), settings.chunk(), settings.concurrency(),
				RateLimiter.perSecond(settings.ratePerSecond())), absence);
	}

	/**
	 * So many chunks that the calls of two seconds are claimed: while one is settled and
	 * its lane claims the next, those of the others use up the rate.
	 */
	private static int lanes(ChargingSettings settings) {
		int lanes = 2 * settings.ratePerSecond() / settings.chunk();
		return Math.max(FEWEST_LANES, Math.min(lanes, MOST_LANES));
	}

}
