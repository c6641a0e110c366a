package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.subscription.PaymentMethod;

/** The days of a renewal ahead, as they are announced. */
public final class RenewalDay {

	private RenewalDay() {
	}

	/**
	 * The day on which a renewal is expected to be charged or invoiced: the first day of
	 * the next term, and for a card not before its notice has been out long enough (rules
	 * 3.6).
	 */
	public static LocalDate expected(Dossier dossier, Tonight tonight) {
		LocalDate firstDay = dossier.endsOn().plusDays(1);
		if (dossier.subscription().paying().method() == PaymentMethod.TRANSFER) {
			return firstDay;
		}
		LocalDate noticed = ClaimGates.noticed(dossier).orElse(tonight.notBeforeToday(tonight.date()));
		LocalDate charged = noticed.plusDays(tonight.policy().notice().chargeLeadDays());
		return charged.isAfter(firstDay) ? charged : firstDay;
	}

	/** Benefits continue in the window where the offer says so (rules 4.5). */
	public static LocalDate benefitsUntil(Dossier dossier, Tonight tonight) {
		boolean continued = tonight.catalogue()
			.offer(dossier.subscription().product().offer())
			.map((offer) -> offer.policies().benefitsInWindow())
			.orElse(true);
		return continued ? dossier.window(tonight).closesOn() : dossier.endsOn();
	}

}
