package dev.perennial.charging;

import java.util.List;

import dev.perennial.gateway.ApiKeyRefused;
import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.GatewayRefused;
import dev.perennial.gateway.KeyReused;
import dev.perennial.gateway.KeyTooOld;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.PartyUnavailable;
import dev.perennial.work.Plan;
import dev.perennial.work.Question;
import dev.perennial.work.Run;

/**
 * Charges the cards of all orders whose attempt is due, whatever made the order (rules 6,
 * 11.1).
 */
public class ChargeCards implements EffectWork<Charge, ChargeAnswer> {

	private final CardGateway gateway;

	private final ChargeIntents intents;

	private final ChargeResults results;

	private final Pace pace;

	ChargeCards(CardGateway gateway, ChargeIntents intents, ChargeResults results, Pace pace) {
		this.gateway = gateway;
		this.intents = intents;
		this.results = results;
		this.pace = pace;
	}

	@Override
	public String name() {
		return "charge-cards";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT order_number AS item_key
				  FROM renewal_order
				 WHERE next_attempt_on <= :date AND (:scope = '' OR subscription_id = :scope)
				""").with("date", run.businessDate()).with("scope", run.scope());
	}

	@Override
	public Pace pace() {
		return this.pace;
	}

	@Override
	public Question question() {
		return Question.CHARGES;
	}

	@Override
	public Claims<Charge> claim(Run run, Chunk chunk) {
		return this.intents.claim(run, chunk);
	}

	@Override
	public ChargeAnswer call(Run run, Charge charge) {
		try {
			return charge.sentBefore() ? this.gateway.chargeAgain(charge.request(), charge.token(), charge.intendedAt())
					: this.gateway.charge(charge.request(), charge.token());
		}
		catch (KeyTooOld | KeyReused ex) {
			return new ChargeAnswer(Outcome.UNKNOWN, null, ex.getMessage());
		}
		catch (ApiKeyRefused ex) {
			throw new PartyUnavailable(ex);
		}
		catch (GatewayRefused ex) {
			return new ChargeAnswer(Outcome.UNKNOWN, null, "refused: " + ex.getMessage());
		}
	}

	@Override
	public ChargeAnswer unknown(Run run, Charge charge, RuntimeException failure) {
		return new ChargeAnswer(Outcome.UNKNOWN, null, failure.getClass().getSimpleName());
	}

	@Override
	public Outcomes settle(Run run, List<Answer<Charge, ChargeAnswer>> answers) {
		this.results.store(run,
				answers.stream()
					.map((answer) -> ChargeResults.Learnt.of(answer.claim().request().merchantReference(),
							answer.claim().orderNumber(), answer.claim().attempt(), answer.result()))
					.toList());
		return Outcomes.done();
	}

}
