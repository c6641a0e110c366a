package dev.perennial.importing;

import java.time.LocalDate;
import java.util.List;

/** Freezes the price of renewals whose notice was sent elsewhere (rules 2.5). */
@FunctionalInterface
public interface Quoting {

	/**
	 * Freezes quotes, inside the transaction of the import. One whose price or tax is not
	 * known stays open: the night that needs it quotes it, or holds it.
	 * @param subscriptionIds the subscriptions, which are stored already
	 * @param day the day of the import
	 */
	void freeze(List<String> subscriptionIds, LocalDate day);

}
