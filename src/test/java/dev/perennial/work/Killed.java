package dev.perennial.work;

/** What a process that was killed notices: nothing of its own goes on. */
class Killed extends Error {

	private static final long serialVersionUID = 1L;

	Killed() {
		super("killed", null, false, false);
	}

}
