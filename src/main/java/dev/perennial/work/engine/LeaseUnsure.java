package dev.perennial.work.engine;

/**
 * The lease was not renewed for half its length, so no effect may begin.
 */
public class LeaseUnsure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public LeaseUnsure() {
		super("The lease could not be renewed for half its length: no call is begun before it is");
	}

}
