package dev.perennial.night;

import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.testing.SentStatements;

/**
 * Keeps a process in a job, which it does to its end and never says so: however late it
 * is killed, it is killed there.
 */
public final class HeldInAJob extends SentStatements {

	private static final String JOB = "perennial.test.held-in";

	private static final String HELD_IN = System.getProperty(JOB, "");

	private static final Pattern ASKED = Pattern
		.compile("(?s)\\s*SELECT run_id, state FROM batch_run.* job = '(\\w+)'.*");

	private static final Pattern ENDED = Pattern.compile("(?s)\\s*UPDATE batch_run SET state = 'COMPLETED'.*");

	private static volatile String last = "none";

	/** The option of a virtual machine that says in which job. */
	static String option(String job) {
		return "-D%s=%s".formatted(JOB, job);
	}

	@Override
	protected void sent(String statement) {
		Matcher asked = ASKED.matcher(statement);
		if (asked.matches()) {
			last = asked.group(1);
		}
		else if (last.equals(HELD_IN) && ENDED.matcher(statement).matches()) {
			hold();
		}
	}

	private static void hold() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
