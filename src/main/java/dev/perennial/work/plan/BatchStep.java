package dev.perennial.work.plan;

/**
 * A step of a run as it stands.
 *
 * @param id the row of {@code batch_step}
 * @param name the work's name
 * @param state how far it is
 * @param planned items of the plan, once it is frozen
 */
public record BatchStep(long id, String name, State state, long planned) {

	/** How far a step is. */
	public enum State {

		PLANNING, PLANNED, COMPLETED

	}

}
