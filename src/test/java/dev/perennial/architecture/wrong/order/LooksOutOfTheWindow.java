package dev.perennial.architecture.wrong.order;

import java.time.ZoneId;

/** Wrong on purpose: where the machine stands does not matter. */
class LooksOutOfTheWindow {

	ZoneId zone = ZoneId.systemDefault();

}
