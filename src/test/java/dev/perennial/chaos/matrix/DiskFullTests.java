package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk that is full: the outbox is not there by halves, no mail goes out that the
 * journal cannot take down, and the next start goes on. No file of the process may grow
 * beyond some bytes, which needs no rights and fails in the same place.
 */
@Tag("verify")
@Tag("mysql")
class DiskFullTests {

	private static final int NO_LINE = 10;

	private static final int NO_SECOND_LINE = 60;

	/** The second moment of each start: of its work nothing is done. */
	private static final String LEASE_TAKEN = "2";

	/** So many moments that the job has begun, and nothing of it has been written. */
	private static final int BEFORE = 10;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = { NO_LINE, NO_SECOND_LINE })
	void sendsNothingThatTheJournalCannotTakeDown(int bytes) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "disk full, mail journal from byte " + bytes)) {
			// It dies before the first mail is claimed.
			fullFrom(nights.points("smtp").get(0) - BEFORE, bytes, nights);
		}
	}

	@Test
	void deliversNoHalfOfTheFiles() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "disk full, outbox")) {
			List<Integer> moves = nights.points("move");
			fullFrom(moves.get(moves.size() - 1) - BEFORE, NO_SECOND_LINE, nights);
		}
	}

	/**
	 * Kills the night at a point and starts it again on the full disk, then on another.
	 */
	private static void fullFrom(int point, int bytes, FaultyNights nights) throws Exception {
		try (Evening evening = nights.evening()) {
			Start killed = evening.start(point);
			assertThat(killed.killed()).as(killed.said()).isTrue();
			Victim victim = Victim.frozen(evening, LEASE_TAKEN);
			limit(victim.begun().process(), bytes);
			victim.send("CONT");
			Start start = victim.end();
			assertThat(start.exit()).as(start.said()).isEqualTo(1);
			assertThat(evening.servers().outbox().resolve(SmallNight.D.toString())).doesNotExist();
			assertThat(FaultyNights.texts(evening, "SELECT state FROM batch_run WHERE state <> 'COMPLETED'"))
				.containsExactly("FAILED");
			evening.finish("the disk was full from point " + point);
			nights.compare(evening, 0, "the disk was full from point " + point);
			nights.complete();
		}
	}

	private static void limit(Process process, int bytes) throws Exception {
		Process prlimit = new ProcessBuilder("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes)
			.redirectErrorStream(true)
			.start();
		assertThat(prlimit.waitFor()).as(new String(prlimit.getInputStream().readAllBytes())).isZero();
	}

}
