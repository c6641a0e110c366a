package dev.perennial.chaos.safeguard;

import java.io.PrintWriter;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a test class or method of whatever program stands on the class path, and ends with
 * {@value #PASSED}, {@value #FAILED}, or {@value #NOTHING} where there was none.
 */
final class TestsOfAProgram {

	static final int PASSED = 10;

	static final int FAILED = 11;

	static final int NOTHING = 12;

	private TestsOfAProgram() {
	}

	public static void main(String[] args) {
		SummaryGeneratingListener summary = new SummaryGeneratingListener();
		LauncherFactory.create()
			.execute(LauncherDiscoveryRequestBuilder.request().selectors(selector(args[0])).build(), summary);
		summary.getSummary().printFailuresTo(new PrintWriter(System.out, true), 20);
		long failed = summary.getSummary().getTestsFailedCount() + summary.getSummary().getContainersFailedCount();
		long found = summary.getSummary().getTestsFoundCount();
		System.exit((failed > 0) ? FAILED : (found > 0) ? PASSED : NOTHING);
	}

	private static DiscoverySelector selector(String test) {
		return test.contains("#") ? DiscoverySelectors.selectMethod(test) : DiscoverySelectors.selectClass(test);
	}

}
