package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeState;
import dev.perennial.offer.Offer;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PaymentMethod;

/**
 * What stops a claim: the reasons of HELD, in the order in which the first one counts.
 */
final class ClaimGates {

	static final String NO_NOTICE = "NO_NOTICE";

	static final String NOTICE_TOO_RECENT = "NOTICE_TOO_RECENT";

	static final String QUALIFICATION_MISSING = "QUALIFICATION_MISSING";

	static final String TRANSFER_CONTACT_MISSING = "TRANSFER_CONTACT_MISSING";

	static final String TAX_UNAVAILABLE = "TAX_UNAVAILABLE";

	private ClaimGates() {
	}

	/** The first reason that stops an automatic claim, short of its tax. */
	static Optional<String> closed(Dossier dossier, Tonight tonight, Reasoning why) {
		return hold(dossier, why).or(() -> notice(dossier, tonight, why))
			.or(() -> qualification(dossier, tonight, why))
			.or(() -> contact(dossier, why));
	}

	/** A hold stops every claim and every new attempt (rules 3.7). */
	static Optional<String> hold(Dossier dossier, Reasoning why) {
		for (HoldReason reason : HoldReason.values()) {
			if (dossier.instructions().isHeld(reason)) {
				why.note("3.7", "held: %s", reason);
				return Optional.of(reason.name());
			}
		}
		return Optional.empty();
	}

	/** No notice, no charge (rules 3.6). */
	private static Optional<String> notice(Dossier dossier, Tonight tonight, Reasoning why) {
		boolean needed = policies(dossier, tonight).map(Offer::policies)
			.map((policies) -> policies.noticeBeforeCharge())
			.orElse(true);
		if (dossier.subscription().paying().method() == PaymentMethod.TRANSFER || !needed) {
			return Optional.empty();
		}
		Optional<LocalDate> sent = noticed(dossier);
		if (sent.isEmpty()) {
			why.note("3.6", "no notice, no charge: no renewal notice of this term was sent");
			return Optional.of(NO_NOTICE);
		}
		LocalDate from = sent.get().plusDays(tonight.policy().notice().chargeLeadDays());
		why.note("3.6", "no notice, no charge: notice sent %s, charge possible from %s", sent.get(), from);
		return from.isAfter(tonight.date()) ? Optional.of(NOTICE_TOO_RECENT) : Optional.empty();
	}

	/** The day on which the first renewal notice of the current term was sent. */
	static Optional<LocalDate> noticed(Dossier dossier) {
		return Stream.of(NoticeCode.RENEWAL_NOTICE, NoticeCode.RENEWAL_NOTICE_LATE)
			.flatMap((code) -> dossier.termNotice(code).stream())
			.filter((notice) -> notice.state() == NoticeState.SENT)
			.map(Notice::progress)
			.flatMap((progress) -> Stream.ofNullable(progress.sentOn()))
			.min(LocalDate::compareTo);
	}

	/** A claim of a qualification-bound offer needs a recent passed check (rules 2.6). */
	static Optional<String> qualification(Dossier dossier, Tonight tonight, Reasoning why) {
		boolean needed = policies(dossier, tonight).map((offer) -> offer.policies().qualification()).orElse(false);
		if (!needed) {
			return Optional.empty();
		}
		LocalDate checked = dossier.evidence().qualifiedOn();
		int validDays = tonight.policy().renewal().qualificationValidDays();
		if (checked != null && !checked.plusDays(validDays).isBefore(tonight.date())) {
			why.note("2.6", "qualified: passed a check on %s", checked);
			return Optional.empty();
		}
		why.note("2.6", "no passed check of the last %d days: the newest is %s", validDays, checked);
		return Optional.of(QUALIFICATION_MISSING);
	}

	private static Optional<String> contact(Dossier dossier, Reasoning why) {
		if (dossier.subscription().paying().method() == PaymentMethod.TRANSFER
				&& !dossier.partner().contact().sufficesForTransfer()) {
			why.note("7.1", "a transfer needs contact name, telephone number and e-mail address");
			return Optional.of(TRANSFER_CONTACT_MISSING);
		}
		return Optional.empty();
	}

	private static Optional<Offer> policies(Dossier dossier, Tonight tonight) {
		return tonight.catalogue().offer(dossier.subscription().product().offer());
	}

}
