package dev.perennial.architecture.wrong.order;

import java.time.LocalDate;
import java.time.ZoneId;

/** Wrong on purpose: a zone does not help. */
class LooksAtTheWatchInAZone {

	LocalDate today = LocalDate.now(ZoneId.of("UTC"));

}
