package dev.perennial.work.lease;

/**
 * Another process took over while this one was away; nothing of this one is written any
 * more.
 */
public class FenceLost extends RuntimeException {

	private static final long serialVersionUID = 1L;

	FenceLost(long ours, long current) {
		super("Another process took over: our fence is %d, the current one %d. Nothing more was written here"
			.formatted(ours, current));
	}

}
