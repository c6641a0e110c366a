package dev.perennial.chaos;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Counts the moments before and after each operation on the world outside, and at one of
 * them does what befalls the process.
 */
final class KillPoints {

	/**
	 * The system property with the moment to die at: its number, or how its name ends, of
	 * which the first counts; 0 is none.
	 */
	static final String KILL_AT = "perennial.chaos.kill-at";

	static final int KILLED = 137;

	private final String killAt;

	private final Blow blow;

	private boolean struck;

	private int passed;

	KillPoints(String killAt, Blow blow) {
		this.killAt = killAt;
		this.blow = blow;
	}

	/** Does an operation, with a moment before and one after it. */
	@Nullable Object around(String operation, MethodInvocation call) throws Throwable {
		pass("before " + operation);
		Object result = call.proceed();
		pass("after " + operation);
		return result;
	}

	/** A moment. */
	synchronized void pass(String moment) {
		// It beats by the clock: counted, no number would mean the same moment twice.
		if (Thread.currentThread().getName().equals("heartbeat")) {
			return;
		}
		this.passed++;
		String named = "%d %s %s".formatted(this.passed, step(), moment);
		say(named);
		if (!this.struck && (named.startsWith(this.killAt + " ") || named.endsWith(" " + this.killAt))) {
			this.struck = true;
			this.blow.strike();
		}
	}

	private static void say(String moment) {
		System.out.println("point " + moment);
		System.out.flush();
	}

	/** The step that this thread works for: its threads are called after it. */
	private static String step() {
		String thread = Thread.currentThread().getName();
		return thread.equals("main") ? "night" : thread.replaceFirst("(-call|-ahead)?-\\d+$", "");
	}

}
