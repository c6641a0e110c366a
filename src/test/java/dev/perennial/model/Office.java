package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the operator's office does: it decides, and it mends what holds a renewal. */
final class Office {

	private final Schedule schedule;

	private final Set<String> mended = new HashSet<>();

	Office(Schedule schedule) {
		this.schedule = schedule;
	}

	void held(LocalDate date, Partner partner, String reason) {
		if (!this.mended.add(partner.id() + reason) || Habits.pick("mend" + reason, partner.id(), 2) == 0) {
			return;
		}
		if (reason.equals("TRANSFER_CONTACT_MISSING")) {
			this.schedule.partner(date.plusDays(8), partner.id(), "contact_name", "A. Contact");
			this.schedule.partner(date.plusDays(8), partner.id(), "phone", "+49 30 1234567");
			this.schedule.partner(date.plusDays(8), partner.id(), "email", partner.id() + "@partner.example");
		}
		if (reason.equals("TAX_UNAVAILABLE") && partner.vatId().endsWith("503")) {
			String vatId = partner.vatId().substring(0, partner.vatId().length() - 3) + "504";
			this.schedule.partner(date.plusDays(6), partner.id(), "vat_id", vatId);
		}
	}

	void unreachable(LocalDate date, Partner partner) {
		if (this.mended.add(partner.id() + "NO_CONTACT") && Habits.pick("address", partner.id(), 2) == 0) {
			this.schedule.partner(date.plusDays(12), partner.id(), "backup_email", partner.id() + "@backup.example");
		}
	}

	/** 3.4: a late OFF is decided when somebody has looked at it, or stays open. */
	void lateOff(LocalDate date, Support support) {
		switch (Habits.pick("late", support.id, 4)) {
			case 0 -> this.schedule.decision(date.plusDays(4), support.id, "REFUND");
			case 1 -> this.schedule.decision(date.plusDays(6), support.id, "END_OF_TERM");
			case 2 -> this.schedule.decision(date.plusDays(3), support.id, "REJECT");
			default -> {
				// stays open
			}
		}
	}

	/** The checks of the month: most pass, one comes late, one fails (rules 2.6). */
	static List<List<String>> checks(LocalDate date, Books books) {
		List<List<String>> rows = new ArrayList<>();
		Set<List<String>> known = new HashSet<>();
		for (Subscription subscription : books.subscriptions.values()) {
			boolean late = Habits.pick("check", subscription.partnerId, 7) == 0;
			boolean due = date.getDayOfMonth() == (late ? 24 : 1);
			// the sample has its own checks for what it imports
			boolean wanted = subscription.id.startsWith("P-R") && Set.of("SILVER", "GOLD").contains(subscription.offer)
					&& !subscription.ended();
			if (due && wanted && known.add(List.of(subscription.partnerId, subscription.offer))) {
				boolean passed = Habits.pick("check", subscription.partnerId, 7) != 1;
				// a late check is an old one: it serves for 20 days
				LocalDate checked = late ? date.minusDays(10) : date;
				rows.add(
						List.of(subscription.partnerId, subscription.offer, checked.toString(), passed ? "yes" : "no"));
			}
		}
		return rows;
	}

}
