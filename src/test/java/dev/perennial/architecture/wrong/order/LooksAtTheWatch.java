package dev.perennial.architecture.wrong.order;

import java.time.Instant;
import java.util.function.Supplier;

/** Wrong on purpose: the machine's clock decides nothing. */
class LooksAtTheWatch {

	Supplier<Instant> now = Instant::now;

}
