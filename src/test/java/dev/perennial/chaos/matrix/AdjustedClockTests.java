package dev.perennial.chaos.matrix;

import java.nio.file.Path;

import dev.perennial.chaos.Blow;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A clock that is put forward or back by an hour while the night runs: nothing that is
 * decided looks at it (rules 1.1).
 */
@Tag("verify")
@Tag("mysql")
class AdjustedClockTests {

	private static final int SOME = 1;

	private static final int MANY = 20;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(names = { "AN_HOUR_ON", "AN_HOUR_BACK" })
	void leavesWhatAnUndisturbedNightLeaves(Blow blow) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "clock adjusted, " + blow)) {
			for (int point : nights.random(nights.undisturbed().points().size() - 1, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					String what = "%s at point %d".formatted(blow, point);
					Start start = evening.begin(blow, String.valueOf(point)).end();
					System.out.println(what + ", exit " + start.exit());
					assertThat(start.done()).as("%s: %s", what, start.said()).isTrue();
					nights.compare(evening, 0, what);
				}
			}
			nights.complete();
		}
	}

}
