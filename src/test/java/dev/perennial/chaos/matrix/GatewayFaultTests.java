package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.chaos.matrix.Strikes.Strike;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A card gateway that is slow, busy, breaks off after it charged, hides a charge, or is
 * gone: no card is charged twice, and none is forgotten (rules 6.2, 6.4, 6.5).
 */
@Tag("verify")
@Tag("mysql")
class GatewayFaultTests {

	static final String CHARGE = "POST /v1/payment_intents";

	private static final Fault.Act BUSY = http(429, "Retry-After: 1\r\n");

	private static final Fault.Act BROKEN = http(500, "");

	@TempDir
	Path folder;

	/** What was charged is found in the same night; busy and slow are waited out. */
	@Test
	void endsAsUndisturbedWhenItIsSlowBusyOrBreaksOffAfterItCharged() throws Exception {
		Strikes strikes = new Strikes(List.of(Strike.at(CHARGE, BUSY), Strike.at(CHARGE, BUSY),
				Strike.at(CHARGE, Fault.LOSE_ANSWER), Strike.at(CHARGE, Fault.late(Duration.ofMillis(700)))));
		try (FaultyNights nights = new FaultyNights(this.folder,
				"card gateway slow, busy, breaks off after it charged");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().gateway().port()).with(strikes)) {
			Start start = evening.begin(0, FaultyNights.gateway(wire)).end();
			assertThat(start.done()).as(start.said()).isTrue();
			assertThat(strikes.left()).isZero();
			nights.compare(evening, 0, "slow, busy, broken off");
			nights.complete();
		}
	}

	/** Charged, broken off, and every look-up refused: the next intake settles it. */
	@Test
	void chargesOnceWhatItHidForANight() throws Exception {
		afterTwoNights("hides a charge for a night",
				(said) -> said.startsWith(CHARGE) ? Fault.LOSE_ANSWER : said.startsWith("GET ") ? BROKEN : Fault.PASS);
	}

	/** Nothing was charged: the next night proves it, and charges. */
	@Test
	void chargesOnceWhatItCouldNotChargeForANight() throws Exception {
		afterTwoNights("gone for a night",
				(said) -> (said.startsWith(CHARGE) || said.startsWith("GET ")) ? Fault.CUT : Fault.PASS);
	}

	/** 500 says nothing: it may have charged. */
	@Test
	void chargesOnceWhatItAnsweredWith500() throws Exception {
		afterTwoNights("answers 500 for a night", (said) -> said.startsWith(CHARGE) ? BROKEN : Fault.PASS);
	}

	private void afterTwoNights(String how, Fault fault) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "card gateway " + how)) {
			Charged expected = Charged.undisturbed(nights);
			try (Evening evening = nights.evening();
					Wire wire = new Wire(evening.servers().gateway().port()).with(fault)) {
				Start start = evening.begin(0, FaultyNights.gateway(wire)).end();
				assertThat(start.done()).as("money of others does not wait: %s", start.said()).isTrue();
				assertThat(FaultyNights.texts(evening,
						"SELECT state FROM charge_attempt WHERE planned_in = '%s'".formatted(SmallNight.D)))
					.containsOnly("UNKNOWN");
				FaultyNights.nextNight(evening);
				assertThat(Charged.of(evening)).isEqualTo(expected);
				nights.judged(evening, 0, how);
			}
			nights.complete();
		}
	}

	private static Fault.Act http(int status, String header) {
		return Fault.answerAndCut(
				"HTTP/1.1 %d X\r\n%sContent-Length: 2\r\nConnection: close\r\n\r\n{}".formatted(status, header));
	}

}
