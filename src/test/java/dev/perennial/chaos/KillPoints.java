package dev.perennial.chaos;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/**
 * Counts the moments before and after each operation on the world outside, and dies at
 * one of them as a killed process does: without a word to anybody.
 */
final class KillPoints {

	/** The system property with the number of the moment to die at; 0 is none. */
	static final String KILL_AT = "perennial.chaos.kill-at";

	static final int KILLED = 137;

	private final int killAt;

	private int passed;

	KillPoints(int killAt) {
		this.killAt = killAt;
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
		say("%d %s %s".formatted(this.passed, step(), moment));
		if (this.passed == this.killAt) {
			Runtime.getRuntime().halt(KILLED);
		}
	}

	private static void say(String moment) {
		System.out.println("point " + moment);
		System.out.flush();
	}

	/** The step this thread works for; calls have threads named after it. */
	private static String step() {
		StepContext context = StepSynchronizationManager.getContext();
		String thread = Thread.currentThread().getName();
		int call = thread.indexOf("-call-");
		if (context != null) {
			return context.getStepName();
		}
		return (call > 0) ? thread.substring(0, call) : "night";
	}

}
