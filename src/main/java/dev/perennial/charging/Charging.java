package dev.perennial.charging;

import java.time.Clock;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.gateway.CardGateway;
import dev.perennial.work.Pace;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The works of charging, for the jobs that put them in their order.
 *
 * @param chargeCards charges what is due
 * @param lookUpFound settles what is found at the end of the renewals
 * @param lookUpClosing settles what is found, and closes what was not charged, in the
 * next intake
 * @param refundCards gives back
 */
public record Charging(ChargeCards chargeCards, LookUpCharges lookUpFound, LookUpCharges lookUpClosing,
		RefundCards refundCards) {

	static Charging of(CardGateway gateway, JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks, GatewayUse use) {
		Attempts attempts = new Attempts(jdbc);
		ChargeResults results = new ChargeResults(dossiers, rulebooks, attempts);
		ChargeIntents intents = new ChargeIntents(dossiers, rulebooks, attempts, use.clock());
		return new Charging(new ChargeCards(gateway, intents, results, use.pace()),
				new LookUpCharges(gateway, attempts, results, use.pace(),
						LookUpCharges.Absence.provesNothing(use.clock())),
				new LookUpCharges(gateway, attempts, results, use.pace(), use.absence()),
				new RefundCards(gateway, jdbc, use.pace()));
	}

	/** How the gateway is used. */
	record GatewayUse(Clock clock, Pace pace, LookUpCharges.Absence absence) {

	}

}
