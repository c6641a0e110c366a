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

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(600);

	static Victim begin(Evening evening, String... settings) throws IOException {
		return new Victim(evening.begin(0, settings));
	}

	/** Starts a night that stands still at a moment by itself. */
	public static Victim frozen(Evening evening, String moment, String... settings)
			throws IOException, InterruptedException {
		Victim victim = new Victim(evening.begin(Blow.FREEZE, moment, settings));
		assertThat(victim.comesToAStand()).as("frozen at %s: %s", moment, Files.readString(victim.begun.said()))
			.isTrue();
		return victim;
	}

	/**
	 * Starts a night of which a thread stays at a moment until somebody asks to stop.
	 * @param moment its name; the first that is called so
	 */
	static Victim held(Evening evening, String moment) throws IOException, InterruptedException {
		Victim victim = new Victim(evening.begin(Blow.UNTIL_ASKED_TO_STOP, moment + "#1"));
		assertThat(victim.says(" " + moment)).as("held at %s: %s", moment, Files.readString(victim.begun.said()))
			.isTrue();
		return victim;
	}

	/** Starts a night and lets it come to the n-th of its moments. */
	static Victim at(int point, Evening evening, String... settings) throws IOException, InterruptedException {
		Victim victim = begin(evening, settings);
		assertThat(victim.comesTo(point)).as("at point %d: %s", point, Files.readString(victim.begun.said())).isTrue();
		return victim;
	}

	/** Waits for the n-th moment; false if the end comes first. */
	boolean comesTo(int point) throws InterruptedException {
		return says("point %d ".formatted(point));
	}

	/** Waits until it stands still by itself; false if the end comes first. */
	boolean comesToAStand() throws InterruptedException {
		Path state = Path.of("/proc", String.valueOf(this.begun.process().pid()), "stat");
		return comes(() -> Files.readString(state).contains(") T "));
	}

	private boolean says(String text) throws InterruptedException {
		return comes(() -> Files.readString(this.begun.said()).contains(text));
	}

	private boolean comes(Moment moment) throws InterruptedException {
		long deadline = System.nanoTime() + LIMIT;
		boolean lives = true;
		while (lives && System.nanoTime() < deadline) {
			// Asked first: what it said before its end counts, however late one looks.
			lives = this.begun.process().isAlive();
			try {
				if (moment.isThere()) {
					return true;
				}
			}
			catch (IOException ex) {
				// Gone, or in the middle of a letter.
			}
			Thread.sleep(2);
		}
		return false;
	}

	/**
	 * Sends a signal such as {@code TERM}, and returns when it was taken, or the process
	 * has ended before.
	 */
	public void send(String signal) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(this.begun.process().pid())).start();
		assertThat(kill.waitFor() == 0 || this.begun.process().waitFor(10, TimeUnit.SECONDS)).as("kill -" + signal)
			.isTrue();
	}

	public Start end() throws IOException, InterruptedException {
		return this.begun.end();
	}

	private interface Moment {

		boolean isThere() throws IOException;

	}

}
