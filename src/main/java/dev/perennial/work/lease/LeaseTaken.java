package dev.perennial.work.lease;

/**
 * Another living process has the lease.
 */
public class LeaseTaken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseTaken(String owner) {
		this(owner, "its lease was renewed while we watched. Wait for it, or ask it to stop with 'perennial stop'");
	}

	/**
	 * @param owner who has it
	 * @param what why that is in the way, and what to do
	 */
	public LeaseTaken(String owner, String what) {
		super("%s runs: %s".formatted(owner, what));
	}

}
