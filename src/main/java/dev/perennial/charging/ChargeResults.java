package dev.perennial.charging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.perennial.charging.Attempts.Result;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.order.Attempt;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was learnt of attempts, each with its term and payment in one transaction
 * (rules 6.1).
 */
class ChargeResults {

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	private final Attempts attempts;

	ChargeResults(Dossiers dossiers, Rulebooks rulebooks, Attempts attempts) {
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
		this.attempts = attempts;
	}

	void store(Run run, List<Learnt> learnt) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, String> subscriptions = this.attempts
			.subscriptions(learnt.stream().map(Learnt::orderNumber).toList());
		Map<String, Dossier> before = this.dossiers.lock(new LinkedHashSet<>(subscriptions.values()), tonight.date());
		Map<String, Dossier> after = new LinkedHashMap<>(before);
		List<Result> results = new ArrayList<>();
		for (Learnt one : learnt) {
			String id = Objects.requireNonNull(subscriptions.get(one.orderNumber()));
			Dossier dossier = after(Objects.requireNonNull(after.get(id)), one, tonight);
			after.put(id, dossier);
			AttemptState state = attempt(ChargeIntents.order(dossier, one.orderNumber()), one.attempt()).state();
			if (one.disagreement() == null || state != AttemptState.UNKNOWN) {
				results.add(new Result(one.reference(), state, one.code(),
						(state == AttemptState.UNKNOWN) ? null : tonight.date(), one.gatewayReference()));
			}
		}
		this.attempts.settle(results);
		this.dossiers.save(before, after.values(), tonight.date());
	}

	private static Dossier after(Dossier dossier, Learnt learnt, Tonight tonight) {
		Order order = ChargeIntents.order(dossier, learnt.orderNumber());
		Attempt attempt = attempt(order, learnt.attempt());
		Disagreement found = learnt.disagreement();
		return (found != null)
				? CardDunning.disagrees(dossier, order, attempt, found.error(), found.nothingIsLeft(), tonight)
				: CardDunning.settled(dossier, order, attempt, learnt.state(), tonight);
	}

	private static Attempt attempt(Order order, int number) {
		return order.attempts()
			.stream()
			.filter((attempt) -> attempt.number() == number)
			.findFirst()
			.orElseThrow(
					() -> new IllegalStateException("order %s has no attempt %d".formatted(order.number(), number)));
	}

	/**
	 * What was learnt of an attempt.
	 *
	 * @param disagreement why what the gateway has is not what was sent, {@code null} if
	 * it is
	 */
	record Learnt(String reference, String orderNumber, int attempt, AttemptState state, @Nullable String code,
			@Nullable String gatewayReference, @Nullable Disagreement disagreement) {

		static Learnt of(String reference, String orderNumber, int attempt, ChargeAnswer answer) {
			return new Learnt(reference, orderNumber, attempt, state(answer), answer.code(), answer.gatewayReference(),
					null);
		}

		static Learnt disagrees(String reference, String orderNumber, int attempt, String gatewayReference,
				Disagreement disagreement) {
			return new Learnt(reference, orderNumber, attempt, AttemptState.UNKNOWN, "nothing_left", gatewayReference,
					disagreement);
		}

		static Learnt notCharged(String reference, String orderNumber, int attempt) {
			return new Learnt(reference, orderNumber, attempt, AttemptState.NOT_CHARGED, null, null, null);
		}

		private static AttemptState state(ChargeAnswer answer) {
			return switch (answer.outcome()) {
				case SUCCEEDED -> AttemptState.SUCCEEDED;
				case DECLINED_SOFT -> AttemptState.DECLINED_SOFT;
				case DECLINED_HARD -> AttemptState.DECLINED_HARD;
				case UNKNOWN -> AttemptState.UNKNOWN;
			};
		}

	}

}
