package dev.perennial.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Names the ten slowest tests of a build when one of its JVMs ends; the last one to end
 * knows the tests of all.
 */
public final class SlowestTests implements LauncherSessionListener, TestExecutionListener {

	private static final int NAMED = 10;

	private final Map<String, Long> starts = new ConcurrentHashMap<>();

	private final Map<String, Duration> durations = new ConcurrentHashMap<>();

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		session.getLauncher().registerTestExecutionListeners(this);
	}

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
	public void launcherSessionClosed(LauncherSession session) {
		String build = System.getProperty(TestServerKeeper.BUILD);
		List<String> all = (build != null) ? withThoseOfOthers(build, lines()) : lines();
		if (all.size() > 1) {
			System.out.println("The slowest of " + all.size() + " tests so far:");
			all.stream().sorted(Comparator.reverseOrder()).limit(NAMED).forEach(System.out::println);
		}
	}

	private List<String> lines() {
		return this.durations.entrySet()
			.stream()
			.map((entry) -> "%8.3f s  %s".formatted(entry.getValue().toMillis() / 1000.0, entry.getKey()))
			.toList();
	}

	private static List<String> withThoseOfOthers(String build, List<String> own) {
		Path file = Path.of("target", "slowest-tests", build + ".txt");
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, own.stream().map((line) -> line + "\n").collect(Collectors.joining()),
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
