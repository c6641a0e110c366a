package dev.perennial.testing;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Names the ten slowest tests of a JVM when it ends. */
public final class SlowestTests implements TestExecutionListener {

	private static final int NAMED = 10;

	private final Map<String, Long> starts = new ConcurrentHashMap<>();

	private final Map<String, Duration> durations = new ConcurrentHashMap<>();

	@Override
	public void executionStarted(TestIdentifier test) {
		this.starts.put(test.getUniqueId(), System.nanoTime());
	}

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		Long start = this.starts.remove(test.getUniqueId());
		if (test.isTest() && start != null) {
			this.durations.merge(name(test), Duration.ofNanos(System.nanoTime() - start), Duration::plus);
		}
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		if (this.durations.size() > 1) {
			System.out.println("The slowest of " + this.durations.size() + " tests:");
			this.durations.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
				.limit(NAMED)
				.forEach((entry) -> System.out.printf("%8.3f s  %s%n", entry.getValue().toMillis() / 1000.0,
						entry.getKey()));
		}
	}

	private static String name(TestIdentifier test) {
		return test.getSource()
			.map((source) -> (source instanceof MethodSource method)
					? simple(method.getClassName()) + "." + method.getMethodName()
					: (source instanceof ClassSource type) ? simple(type.getClassName()) : test.getDisplayName())
			.orElse(test.getDisplayName());
	}

	private static String simple(String className) {
		return className.substring(className.lastIndexOf('.') + 1);
	}

}
