package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the Java code of a program spent its processor time, as its flight recording
 * sampled it: on which threads, and in whose code. Compiler and collector are not
 * sampled.
 */
final class Profile {

	/** Takes samples, and costs next to nothing. */
	private static final String SETTINGS = "profile";

	private static final int ROWS = 10;

	/** Whose code it is, by the first of its packages from the top of a stack. */
	private static final Map<String, String> OWNERS = owners();

	private final Map<String, Integer> threads = new TreeMap<>();

	private final Map<String, Integer> owners = new TreeMap<>();

	private int samples;

	private Profile() {
	}

	/** The option of a virtual machine that leaves a recording. */
	static String option(Path recording) {
		return "-XX:StartFlightRecording:settings=%s,dumponexit=true,filename=%s".formatted(SETTINGS, recording);
	}

	/**
	 * Reads a recording.
	 * @return a table of threads and one of code
	 */
	static String of(Path recording) throws IOException {
		Profile profile = new Profile();
		try (RecordingFile events = new RecordingFile(recording)) {
			while (events.hasMoreEvents()) {
				RecordedEvent event = events.readEvent();
				if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
					profile.add(event.getThread("sampledThread"), event.getStackTrace().getFrames());
				}
			}
		}
		return "%s\n%s".formatted(profile.table("thread", profile.threads),
				profile.table("code, the first of these from the top of the stack", profile.owners));
	}

	private void add(@Nullable RecordedThread thread, List<RecordedFrame> stack) {
		this.samples++;
		String name = (thread != null && thread.getJavaName() != null) ? thread.getJavaName() : "unnamed";
		this.threads.merge(name.replaceAll("\\d+", "n"), 1, Integer::sum);
		this.owners.merge(stack.stream()
			.map((frame) -> owner(frame.getMethod().getType().getName()))
			.filter((owner) -> !owner.isEmpty())
			.findFirst()
			.orElse("the JDK alone"), 1, Integer::sum);
	}

	private static String owner(String type) {
		return OWNERS.entrySet()
			.stream()
			.filter((owner) -> type.startsWith(owner.getKey()))
			.map((owner) -> owner.getValue().isEmpty() ? type.substring(0, type.lastIndexOf('.')) : owner.getValue())
			.findFirst()
			.orElse("");
	}

	private static Map<String, String> owners() {
		Map<String, String> owners = new LinkedHashMap<>();
		owners.put("com.mysql.", "Connector/J");
		owners.put("com.zaxxer.", "connection pool");
		owners.put("org.springframework.jdbc.", "Spring JDBC");
		owners.put("org.eclipse.angus.", "Jakarta Mail");
		owners.put("jakarta.", "Jakarta Mail");
		owners.put("org.thymeleaf.", "templates of the mails");
		owners.put("org.springframework.expression.", "templates of the mails");
		owners.put("com.stripe.", "card gateway's client");
		owners.put("com.google.gson.", "card gateway's client");
		owners.put("jdk.internal.net.http.", "HTTP");
		owners.put("dev.perennial.bench.", "the benchmark");
		owners.put("dev.perennial.", "");
		return owners;
	}

	private String table(String what, Map<String, Integer> counts) {
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
			.limit(ROWS)
			.map((row) -> "| %s | %.1f |%n".formatted(row.getKey(), 100.0 * row.getValue() / this.samples))
			.collect(Collectors.joining("", "| %s | %% of %,d samples |%n|---|---:|%n".formatted(what, this.samples),
					""));
	}

}
