package dev.perennial.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Counts the moments before and after each operation on the world outside, and at one of
 * them does what befalls the process.
 */
final class KillPoints {

	/**
	 * The system property with the moment to die at: its number, or its name and, behind
	 * {@code #}, which of those that are called so; 0 is none.
	 */
	static final String KILL_AT = "perennial.chaos.kill-at";

	static final int KILLED = 137;

	private final String killAt;

	private final Blow blow;

	private final Map<String, Integer> passedBefore = new HashMap<>();

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
	void pass(String moment) {
		// It beats by the clock: counted, no number would mean the same moment twice.
		if (!Thread.currentThread().getName().equals("heartbeat")) {
			count(moment);
		}
	}

	private synchronized void count(String moment) {
		this.passed++;
		String name = "%s %s".formatted(step(), moment);
		int number = this.passedBefore.merge(name, 1, Integer::sum);
		say("%d %s".formatted(this.passed, name));
		if (Set.of(String.valueOf(this.passed), "%s#%d".formatted(name, number)).contains(this.killAt)) {
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
