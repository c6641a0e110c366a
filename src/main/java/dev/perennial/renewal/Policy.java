package dev.perennial.renewal;

import java.util.List;

/**
 * The numbers of the rules that a site can set; each component is a setting of its name,
 * {@code renewal.window-days} for {@link Renewal#windowDays}.
 *
 * @param renewal when a renewal can be claimed, and charged again
 * @param notice what depends on mails
 * @param payment what depends on money that arrives or goes back
 * @param approval when a night waits for a person
 * @param parking when parked items fail a job
 */
public record Policy(Renewal renewal, Notice notice, Payment payment, Approval approval, Parking parking) {

	/** The numbers as the rules give them. */
	public static final Policy DEFAULTS = new Policy(new Renewal(30, List.of(2, 4, 8, 15, 25), 30, 30),
			new Notice(15, 7, 10), new Payment(7, 30, 7, 0, 30), new Approval(100, 3, 14, 7), new Parking(100, 5));

	private static void require(boolean right, String setting, String expected) {
		if (!right) {
			throw new IllegalArgumentException("%s must be %s".formatted(setting, expected));
		}
	}

	/**
	 * When a renewal can be claimed, and charged again.
	 *
	 * @param windowDays days after E in which it can be renewed (rules 3.3, 4.1)
	 * @param retryDays days after E of the next attempts after a soft decline (rules 6.3)
	 * @param qualificationValidDays age in days up to which a passed check counts (rules
	 * 2.6)
	 * @param vatAnswerValidDays age in days up to which an earlier VALID serves (rules
	 * 5.5)
	 */
	public record Renewal(int windowDays, List<Integer> retryDays, int qualificationValidDays, int vatAnswerValidDays) {

		public Renewal {
			retryDays = List.copyOf(retryDays);
			require(windowDays > 0 && windowDays < 300, "renewal.window-days", "1 to 299");
			require(retryDays.stream().allMatch((day) -> day > 0)
					&& retryDays.stream().sorted().distinct().toList().equals(retryDays), "renewal.retry-days",
					"days above 0, each later than the one before");
			require(qualificationValidDays >= 0, "renewal.qualification-valid-days", "0 or more");
			require(vatAnswerValidDays >= 0, "renewal.vat-answer-valid-days", "0 or more");
		}

	}

	/**
	 * What depends on mails.
	 *
	 * @param chargeLeadDays days between a renewal notice and the charge (rules 3.6)
	 * @param priceChangeLeadDays days between a price change and the claim (rules 5.3)
	 * @param eventDays days after D up to which an event mail goes out (rules 8.1)
	 */
	public record Notice(int chargeLeadDays, int priceChangeLeadDays, int eventDays) {

		public Notice {
			require(chargeLeadDays >= 0, "notice.charge-lead-days", "0 or more");
			require(priceChangeLeadDays >= 0, "notice.price-change-lead-days", "0 or more");
			require(eventDays >= 0, "notice.event-days", "0 or more");
		}

	}

	/**
	 * What depends on money that arrives or goes back.
	 *
	 * @param transferDueDays days that an automatic invoice leaves at least (rules 3.5)
	 * @param orderDueDays days that an invoice of a manual order or purchase leaves
	 * (rules 7.3)
	 * @param proofExtensionDays days by which a proof of payment extends (rules 7.3)
	 * @param bankTolerance minor units that may be missing from a transfer (rules 7.2)
	 * @param refundDays days after a charge in which it can be refunded (rules 10.2)
	 */
	public record Payment(int transferDueDays, int orderDueDays, int proofExtensionDays, int bankTolerance,
			int refundDays) {

		public Payment {
			require(transferDueDays >= 0, "payment.transfer-due-days", "0 or more");
			require(orderDueDays >= 0, "payment.order-due-days", "0 or more");
			require(proofExtensionDays >= 0, "payment.proof-extension-days", "0 or more");
			require(bankTolerance >= 0, "payment.bank-tolerance", "0 or more");
			require(refundDays >= 0, "payment.refund-days", "0 or more");
		}

	}

	/**
	 * When a night waits for a person (rules 11.5, 1.7).
	 *
	 * @param minimum charges or mails up to which a night never waits
	 * @param factor times the median of the earlier nights up to which it never waits
	 * @param nights how many earlier nights are looked at
	 * @param lateDays days before today up to which an open date runs by itself
	 */
	public record Approval(int minimum, int factor, int nights, int lateDays) {

		public Approval {
			require(minimum >= 0, "approval.minimum", "0 or more");
			require(factor >= 1, "approval.factor", "1 or more");
			require(nights >= 1, "approval.nights", "1 or more");
			require(lateDays >= 0, "approval.late-days", "0 or more");
		}

	}

	/**
	 * When parked items fail a job: above both (rules 11.3).
	 *
	 * @param limit parked items that a job always bears
	 * @param percent share of the plan, in percent, that it bears
	 */
	public record Parking(int limit, int percent) {

		public Parking {
			require(limit >= 0, "parking.limit", "0 or more");
			require(percent >= 0 && percent <= 100, "parking.percent", "0 to 100");
		}

	}

}
