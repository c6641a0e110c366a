package dev.perennial.chaos.matrix;

import java.nio.file.Path;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.Outcome;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is frozen (SIGSTOP) longer than its lease, while another takes over: it
 * may finish the one call it was in, and writes nothing when it comes back.
 */
@Tag("verify")
@Tag("mysql")
class FrozenProcessTests {

	private static final int SOME = 3;

	private static final int MANY = 30;

	@TempDir
	Path folder;

	@Test
	void writesNothingWhenItComesBack() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "frozen beyond its lease, taken over, thawed")) {
			int points = nights.undisturbed().points().size();
			for (int point : nights.random(points - 1, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					String what = "frozen at point %d".formatted(point);
					Victim frozen = Victim.at(point, evening, FaultyNights.SHORT_WAIT);
					frozen.send("STOP");
					Start successor = evening.begin(0, FaultyNights.SHORT_WAIT).end();
					assertThat(successor.done()).as("%s: %s", what, successor.said()).isTrue();
					Outcome before = evening.outcome();
					frozen.send("CONT");
					Start zombie = frozen.end();
					System.out.println(what + ", comes back, exit " + zombie.exit());
					Outcome after = evening.outcome();
					assertThat(after.left().rows()).as("%s, comes back: %s", what, zombie.said())
						.isEqualTo(before.left().rows());
					assertThat(after.left().files()).as(what).isEqualTo(before.left().files());
					assertThat(after.books()).as(what).isEqualTo(before.books());
					nights.compare(evening, SmallNight.CONNECTIONS, what);
				}
			}
			nights.complete();
		}
	}

}
