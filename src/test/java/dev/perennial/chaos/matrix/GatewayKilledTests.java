package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A card gateway that is killed while charges are in flight, and started again: what it
 * has booked counts, what it has not is charged in the next night, and nothing twice
 * (rules 6.2, 6.5).
 */
@Tag("verify")
@Tag("mysql")
class GatewayKilledTests {

	/** The night charges so many cards. */
	private static final int CHARGES = 3;

	private static final int SOME = 1;

	private static final String IN_FLIGHT = "SELECT merchant_reference FROM charge_attempt WHERE state = 'INTENT'";

	private static final String OPEN = "SELECT merchant_reference FROM charge_attempt WHERE open_key = 1";

	@TempDir
	Path folder;

	@Test
	void chargesNoCardTwiceAndForgetsNone() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "card gateway killed in mid-charge")) {
			Charged expected = Charged.undisturbed(nights);
			for (int number : nights.numbers(2 * CHARGES, SOME)) {
				try (Evening evening = nights.evening();
						MortalGateway gateway = new MortalGateway(evening);
						Wire wire = new Wire(gateway.port())) {
					int charge = (number + 1) / 2;
					boolean booked = number % 2 == 0;
					String what = "gateway killed at charge %d, booked: %s".formatted(charge, booked);
					wire.with(deathAt(charge, booked, gateway));
					Start start = evening.begin(0, FaultyNights.gateway(wire)).end();
					assertThat(start.done()).as("%s: %s", what, start.said()).isTrue();
					assertThat(gateway.deaths()).as(what).isEqualTo(1);
					assertThat(FaultyNights.texts(evening, IN_FLIGHT)).as(what).isEmpty();
					System.out.println(what + ", unknown after the night: " + FaultyNights.texts(evening, OPEN));
					FaultyNights.nextNight(evening, FaultyNights.gateway(wire));
					assertThat(FaultyNights.texts(evening, OPEN)).as(what).isEmpty();
					assertThat(Charged.of(evening, gateway.outside(evening))).as(what).isEqualTo(expected);
					nights.judged(evening, 0, what);
				}
			}
			nights.complete();
		}
	}

	private static Fault deathAt(int charge, boolean booked, MortalGateway gateway) {
		AtomicInteger charges = new AtomicInteger();
		Fault.Act death = (said, onward, back) -> {
			gateway.dieAndComeBack();
			return false;
		};
		return (said) -> {
			boolean now = said.startsWith(GatewayFaultTests.CHARGE) && charges.incrementAndGet() == charge;
			return !now ? Fault.PASS : booked ? Fault.onAnswer(death) : death;
		};
	}

}
