package dev.perennial.work.plan;

import java.util.List;

import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Parts of plans (rules 11.2). */
class CutTests {

	private static final Cut THOUSANDS = new Cut(1000, 2);

	@Test
	void aPlanThatOneChunkDoesIsOnePart() {
		assertThat(THOUSANDS.parts(new Rows(false), 1)).isEqualTo(1);
		assertThat(THOUSANDS.parts(new Rows(false), 1000)).isEqualTo(1);
	}

	@Test
	void aLongerPlanHasFourPartsForEachThread() {
		assertThat(THOUSANDS.parts(new Rows(false), 1001)).isEqualTo(8);
		assertThat(THOUSANDS.parts(new Rows(false), 1_000_000)).isEqualTo(8);
	}

	@Test
	void noPartIsEmpty() {
		assertThat(new Cut(1, 2).parts(new Rows(false), 3)).isEqualTo(3);
	}

	@Test
	void aPlanWhoseItemsDependOnEachOtherIsOnePart() {
		assertThat(THOUSANDS.parts(new Rows(true), 5000)).isEqualTo(1);
	}

	/**
	 * A work on the database.
	 */
	private record Rows(boolean inOrder) implements RowWork {

		@Override
		public String name() {
			return "rows";
		}

		@Override
		public Plan plan(Run run) {
			return Plan.of(List.of());
		}

		@Override
		public Outcomes execute(Run run, Chunk chunk) {
			return Outcomes.done();
		}

	}

}
