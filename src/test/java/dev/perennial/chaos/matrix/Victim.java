package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.perennial.chaos.Blow;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Begun;
import dev.perennial.chaos.Evening.Start;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night in a process that is sent signals.
 *
 * @param begun the process
 */
public record Victim(Begun begun) {

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(90);

	static Victim begin(Evening evening, String... settings) throws IOException {
		return new Victim(evening.begin(0, settings));
	}

	/** Starts a night that stands still at a moment by itself. */
	public static Victim frozen(Evening evening, String moment, String... settings)
			throws IOException, InterruptedException {
		Victim victim = new Victim(evening.begin(Blow.FREEZE, moment, settings));
		Path state = Path.of("/proc", String.valueOf(victim.begun.process().pid()), "stat");
		long deadline = System.nanoTime() + LIMIT;
		while (!Files.readString(state).contains(") T ")) {
			assertThat(victim.begun.process().isAlive() && System.nanoTime() < deadline)
				.as("frozen at %s: %s", moment, Files.readString(victim.begun.said()))
				.isTrue();
			Thread.sleep(2);
		}
		return victim;
	}

	/** Starts a night and lets it come to the n-th of its moments. */
	static Victim at(int point, Evening evening, String... settings) throws IOException, InterruptedException {
		Victim victim = begin(evening, settings);
		assertThat(victim.comesTo(point)).as("at point %d: %s", point, Files.readString(victim.begun.said())).isTrue();
		return victim;
	}

	/** Waits for the n-th moment; false if the end comes first. */
	boolean comesTo(int point) throws IOException, InterruptedException {
		String line = "point %d ".formatted(point);
		long deadline = System.nanoTime() + LIMIT;
		while (this.begun.process().isAlive() && System.nanoTime() < deadline) {
			if (Files.readString(this.begun.said()).contains(line)) {
				return true;
			}
			Thread.sleep(2);
		}
		return false;
	}

	/** Sends a signal such as {@code STOP}, and returns when it was taken. */
	public void send(String signal) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(this.begun.process().pid())).start();
		assertThat(kill.waitFor()).as("kill -" + signal).isZero();
	}

	/** Stops it as it is; false if it has ended. */
	boolean freeze() throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-STOP", String.valueOf(this.begun.process().pid())).start().waitFor();
		return this.begun.process().isAlive();
	}

	public Start end() throws IOException, InterruptedException {
		return this.begun.end();
	}

}
