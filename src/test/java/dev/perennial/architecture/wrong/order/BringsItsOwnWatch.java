package dev.perennial.architecture.wrong.order;

import java.time.Clock;

/** Wrong on purpose: the clock is given. */
class BringsItsOwnWatch {

	Clock clock = Clock.systemUTC();

}
