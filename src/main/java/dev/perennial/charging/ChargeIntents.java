package dev.perennial.charging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.charging.Attempts.Intent;
import dev.perennial.charging.Attempts.Open;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.order.Attempt;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.Verdict;
import dev.perennial.subscription.Card;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.Item;
import dev.perennial.work.Run;

/** Commits intents to charge before anything is sent (rules 6.1). */
class ChargeIntents {

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	private final Attempts attempts;

	private final Clock clock;

	ChargeIntents(Dossiers dossiers, Rulebooks rulebooks, Attempts attempts, Clock clock) {
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
		this.attempts = attempts;
		this.clock = clock;
	}

	Claims<Charge> claim(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, String> subscriptions = this.attempts.subscriptions(chunk.keys());
		Map<String, Dossier> before = this.dossiers.lock(new LinkedHashSet<>(subscriptions.values()), tonight.date());
		Map<String, Open> open = this.attempts.open(chunk.keys());
		Claims<Charge> claims = new Claims<>();
		Map<Item, Order> intended = new LinkedHashMap<>();
		List<String> again = new ArrayList<>();
		List<Dossier> after = new ArrayList<>();
		for (Item item : chunk) {
			Dossier dossier = Objects.requireNonNull(before.get(subscriptions.get(item.key())));
			Open sent = open.get(item.key());
			if (sent != null && sent.state() == AttemptState.INTENT) {
				claims.claim(item, new Charge(item.key(), sent.attempt(), sent.request(), sent.token(),
						sent.times().intendedAt(), true));
				again.add(sent.reference());
			}
			else {
				after.add(decided(item, dossier, tonight, claims, intended));
			}
		}
		this.dossiers.save(before, after, tonight.date());
		this.attempts.sendAgain(again, now());
		intend(intended, claims, tonight);
		return claims;
	}

	private static Dossier decided(Item item, Dossier dossier, Tonight tonight, Claims<Charge> claims,
			Map<Item, Order> intended) {
		Verdict verdict = CardDunning.decide(dossier, order(dossier, item.key()), tonight);
		switch (verdict.decided()) {
			case ACTS -> intended.put(item, order(verdict.after(), item.key()));
			case HELD -> claims.skip(item, String.valueOf(verdict.reason()));
			case WAITS -> claims.skip(item, "CHARGE_OPEN");
			case PARKED -> claims.park(item, String.valueOf(verdict.reason()));
			case NOT_DUE -> claims.skip(item, "NOT_DUE");
		}
		return verdict.after();
	}

	private void intend(Map<Item, Order> intended, Claims<Charge> claims, Tonight tonight) {
		Instant now = now();
		Set<String> cards = intended.values().stream().map(ChargeIntents::cardId).collect(Collectors.toSet());
		Map<String, String> tokens = this.attempts.tokens(cards);
		List<Intent> intents = new ArrayList<>();
		intended.forEach((item, order) -> {
			Attempt attempt = order.attempts().get(order.attempts().size() - 1);
			FrozenRequest request = FrozenRequest.of(order.merchantReference(attempt.number()), order.amounts().gross(),
					order.placed().subscriptionId(), order.number(), "Membership %s".formatted(order.number()));
			intents
				.add(new Intent(request, attempt.number(), order.placed().seq(), cardId(order), tonight.date(), now));
			claims.claim(item, new Charge(order.number(), attempt.number(), request,
					Objects.requireNonNull(tokens.get(cardId(order))), now, false));
		});
		this.attempts.intend(intents);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	static Order order(Dossier dossier, String number) {
		return dossier.dealings()
			.orders()
			.stream()
			.filter((order) -> order.number().equals(number))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("order %s is not current any more".formatted(number)));
	}

	private static String cardId(Order order) {
		Card card = order.placed().payBy().card();
		return Objects.requireNonNull(card, "a card order has a card").id();
	}

}
