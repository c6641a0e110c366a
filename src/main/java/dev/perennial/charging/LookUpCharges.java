package dev.perennial.charging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.perennial.charging.Attempts.Open;
import dev.perennial.charging.ChargeResults.Learnt;
import dev.perennial.gateway.ApiKeyRefused;
import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.gateway.LookedUp;
import dev.perennial.gateway.LookedUp.Found;
import dev.perennial.gateway.LookedUp.NotFound;
import dev.perennial.gateway.LookedUp.Unanswered;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.PartyUnavailable;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

/**
 * Looks UNKNOWN charges up at the gateway (rules 6.2): at the end of the renewals, where
 * only what is found is settled, and in the next intake, where what is not found after
 * long enough was not charged.
 */
public class LookUpCharges implements EffectWork<LookUpCharges.Asked, LookedUp> {

	private final CardGateway gateway;

	private final Attempts attempts;

	private final ChargeResults results;

	private final Pace pace;

	private final Absence absence;

	LookUpCharges(CardGateway gateway, Attempts attempts, ChargeResults results, Pace pace, Absence absence) {
		this.gateway = gateway;
		this.attempts = attempts;
		this.results = results;
		this.pace = pace;
		this.absence = absence;
	}

	@Override
	public String name() {
		return "look-up-charges";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT merchant_reference AS item_key
				  FROM charge_attempt
				 WHERE open_key = 1 AND state = 'UNKNOWN' AND (:scope = '' OR subscription_id = :scope)
				""").with("scope", run.scope());
	}

	@Override
	public Pace pace() {
		return this.pace;
	}

	@Override
	public Claims<Asked> claim(Run run, Chunk chunk) {
		Map<String, Open> open = this.attempts.byReference(chunk.keys());
		Claims<Asked> claims = new Claims<>();
		for (Item item : chunk) {
			Open attempt = open.get(item.key());
			if (attempt == null) {
				claims.done(item);
			}
			else {
				claims.claim(item,
						new Asked(attempt.orderNumber(), attempt.attempt(), attempt.request(), attempt.times()));
			}
		}
		return claims;
	}

	@Override
	public LookedUp call(Run run, Asked asked) {
		this.absence.await(asked.times().last());
		try {
			return this.gateway.lookUp(asked.request().merchantReference(), asked.times().intendedAt());
		}
		catch (ApiKeyRefused ex) {
			throw new PartyUnavailable(ex);
		}
	}

	@Override
	public LookedUp unknown(Run run, Asked asked, RuntimeException failure) {
		return new Unanswered(failure.getClass().getSimpleName());
	}

	@Override
	public Outcomes settle(Run run, List<Answer<Asked, LookedUp>> answers) {
		Outcomes outcomes = Outcomes.done();
		List<Learnt> learnt = new ArrayList<>();
		for (Answer<Asked, LookedUp> answer : answers) {
			Learnt one = learnt(answer.claim(), answer.result());
			if (one == null) {
				outcomes.skip(answer.item(), "STILL_UNKNOWN");
			}
			else {
				learnt.add(one);
			}
		}
		if (!learnt.isEmpty()) {
			this.results.store(run, learnt);
		}
		return outcomes;
	}

	/** What follows from an answer, {@code null} if nothing does. */
	private @Nullable Learnt learnt(Asked asked, LookedUp lookedUp) {
		String reference = asked.request().merchantReference();
		if (lookedUp instanceof NotFound) {
			return this.absence.isProven(asked.times().last())
					? Learnt.notCharged(reference, asked.orderNumber(), asked.attempt()) : null;
		}
		if (!(lookedUp instanceof Found found) || found.answer().outcome() == ChargeAnswer.Outcome.UNKNOWN) {
			return null;
		}
		return Disagreement.isBetween(asked.request(), found)
				? Learnt.disagrees(reference, asked.orderNumber(), asked.attempt(), found.gatewayReference(),
						Disagreement.of(asked.request(), found))
				: Learnt.of(reference, asked.orderNumber(), asked.attempt(), found.answer());
	}

	/**
	 * An attempt that is looked up.
	 *
	 * @param orderNumber its order
	 * @param attempt its number
	 * @param request what was sent
	 * @param times when it was sent
	 */
	public record Asked(String orderNumber, int attempt, FrozenRequest request, Attempts.Times times) {

	}

	/**
	 * When a charge that is not found was not made.
	 *
	 * @param clock the real time
	 * @param after how long after the call, {@code null} never
	 * @param waits whether a look-up waits for that time
	 */
	record Absence(Clock clock, @Nullable Duration after, boolean waits) {

		static Absence proves(Clock clock, Duration after, boolean waits) {
			return new Absence(clock, after, waits);
		}

		static Absence provesNothing(Clock clock) {
			return new Absence(clock, null, false);
		}

		boolean isProven(Instant calledAt) {
			return this.after != null && !this.clock.instant().isBefore(calledAt.plus(this.after));
		}

		void await(Instant calledAt) {
			if (!this.waits || this.after == null) {
				return;
			}
			Duration left = Duration.between(this.clock.instant(), calledAt.plus(this.after)).plusMillis(50);
			try {
				Thread.sleep(Math.max(0, left.toMillis()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
