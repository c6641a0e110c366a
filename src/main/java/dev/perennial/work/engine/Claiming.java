package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.plan.BatchPart;

/**
 * Claims chunks: what needs no call is ended with the claim, the rest is open until it is
 * settled.
 */
final class Claiming<C, R> {

	private final EffectWork<C, R> work;

	private final StepInHand step;

	private final Ahead ahead;

	Claiming(EffectWork<C, R> work, StepInHand step, Ahead ahead) {
		this.work = work;
		this.step = step;
		this.ahead = ahead;
	}

	/** Claims the next chunk of a part, inside the caller's transaction. */
	Turn<C> next(BatchPart part) {
		Optional<Chunk> chunk = find(part);
		if (chunk.isEmpty()) {
			return new Turn<>(part, null, List.of());
		}
		Claims<C> claims = claim(part, chunk.get());
		return new Turn<>(part, new OpenChunk<>(chunk.get(), claims.claimed()), List.of(claims.others()));
	}

	/** Claims the next chunk item by item, and parks the items that fail. */
	Turn<C> nextOneByOne(BatchPart part) {
		Optional<Chunk> chunk = find(part);
		if (chunk.isEmpty()) {
			return new Turn<>(part, null, List.of());
		}
		Map<Item, C> claimed = new LinkedHashMap<>();
		List<Outcomes> outcomes = new ArrayList<>();
		for (Item item : chunk.get()) {
			Claims<C> claims = this.step.tries().of(part, (now) -> alone(now, item));
			claimed.putAll(claims.claimed());
			outcomes.add(claims.others());
		}
		return new Turn<>(part, new OpenChunk<>(chunk.get(), claimed), outcomes);
	}

	private Optional<Chunk> find(BatchPart part) {
		return this.step.halt().requested() ? Optional.empty() : this.ahead.next(part);
	}

	private Claims<C> alone(BatchPart part, Item item) {
		try {
			return this.step.inTransaction(() -> claim(part, new Chunk(List.of(item))));
		}
		catch (RuntimeException ex) {
			if (!Failures.isOfTheData(ex)) {
				throw ex;
			}
			Claims<C> parked = new Claims<C>().park(item, ErrorText.of(ex));
			return this.step.inTransaction(() -> ended(part, parked));
		}
	}

	private Claims<C> claim(BatchPart part, Chunk chunk) {
		Claims<C> claims = this.work.claim(this.step.run(), chunk);
		if (!claims.cover(chunk)) {
			throw new IllegalStateException(
					"Step %s claimed a chunk without naming each of its items".formatted(this.step.step().name()));
		}
		return ended(part, claims);
	}

	private Claims<C> ended(BatchPart part, Claims<C> claims) {
		this.step.progress().endNamed(part, claims.others());
		return claims;
	}

}
