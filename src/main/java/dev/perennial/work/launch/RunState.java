package dev.perennial.work.launch;

/**
 * How a run ended, or that it did not yet.
 */
public enum RunState {

	/** Somebody works on it, or died over it. */
	RUNNING,

	/** Everything planned is done, skipped or parked. Nothing is left to do. */
	COMPLETED,

	/** Ended on an error; started again, it goes on and tries its parked items again. */
	FAILED,

	/** Ended at a chunk's end because somebody asked; started again, it goes on. */
	STOPPED,

	/** Waits for a person's approval; started again with it, it goes on. */
	WAITING

}
