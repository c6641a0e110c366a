package dev.perennial.work.lease;

/**
 * Another living process has the lease.
 */
public class LeaseTaken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseTaken(String owner) {
		super("%s runs: its lease was renewed while we watched. Wait for it, or ask it to stop with 'perennial stop'"
			.formatted(owner));
	}

}
