package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.List;

import dev.perennial.work.Outcomes;
import dev.perennial.work.plan.BatchPart;
import org.jspecify.annotations.Nullable;

/**
 * What one commit of an effect step leaves behind.
 *
 * @param part how far the part is settled
 * @param open the chunk that is claimed now, if there is one
 * @param outcomes what became of items
 */
record Turn<C>(BatchPart part, @Nullable OpenChunk<C> open, List<Outcomes> outcomes) {

	Turn<C> after(Outcomes settled) {
		List<Outcomes> both = new ArrayList<>(this.outcomes);
		both.add(settled);
		return new Turn<>(this.part, this.open, both);
	}

}
