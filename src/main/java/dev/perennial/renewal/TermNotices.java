package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Amounts;
import dev.perennial.order.Quote;
import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.TermDates;
import dev.perennial.subscription.TermOrigin;
import dev.perennial.tax.TaxDecision;
import dev.perennial.tax.TaxDecision.Taxed;
import org.jspecify.annotations.Nullable;

/** Plans the notices that follow from the days of a term (rules 8.1, 8.2). */
public final class TermNotices {

	private static final List<NoticeCode> CODES = Arrays.stream(NoticeCode.values())
		.filter((code) -> !code.isOfAnEvent())
		.toList();

	private TermNotices() {
	}

	/**
	 * Plans what a night must say about the current term: notices PLANNED for this night,
	 * and MISSED with a reason where no such night came.
	 */
	public static Verdict decide(Dossier dossier, Tonight tonight) {
		Reasoning why = new Reasoning(dossier);
		if (dossier.subscription().term() == null) {
			return why.notDue("8.1", "no term yet, nothing to announce");
		}
		Dossier after = dossier;
		String error = null;
		for (NoticeCode code : CODES) {
			try {
				after = planned(after, code, tonight, why);
			}
			catch (PriceMissing ex) {
				// The others go out: only what names a price waits for it.
				error = String.valueOf(ex.getMessage());
				why.note("5.6", "%s: %s", code, error);
			}
		}
		if (error != null) {
			return why.parked(error, after);
		}
		return after.equals(dossier) ? why.notDue("8.1", "nothing to announce on %s", tonight.date()) : why.acts(after);
	}

	private static Dossier planned(Dossier dossier, NoticeCode code, Tonight tonight, Reasoning why) {
		NoticeCode.Days days = code.daysAround(dossier.endsOn());
		if (tonight.date().isBefore(days.target()) || dossier.termNotice(code).isPresent()) {
			return dossier;
		}
		if (isImportedLate(dossier, code, days)) {
			return missed(dossier, code, days, "IMPORTED_LATE", tonight, why);
		}
		if (!NoticeApplies.applies(code, dossier, tonight)) {
			return dossier;
		}
		boolean tooLate = tonight.isLate() && days.last().isBefore(tonight.today());
		if (days.areOverOn(tonight.date())) {
			Optional<String> reason = NoticeApplies.whyNotPlanned(code, dossier, days, tonight);
			// NIGHT_LATE goes before every other reason (rules 1.7).
			return reason.isPresent() ? missed(dossier, code, days, tooLate ? "NIGHT_LATE" : reason.get(), tonight, why)
					: dossier;
		}
		if (tooLate) {
			return missed(dossier, code, days, "NIGHT_LATE", tonight, why);
		}
		if (NoticeApplies.isHeld(code, dossier)) {
			why.note("8.2", "%s waits: a cancellation is open", code);
			return dossier;
		}
		return inItsDays(dossier, code, days, tonight, why);
	}

	private static Dossier inItsDays(Dossier dossier, NoticeCode code, NoticeCode.Days days, Tonight tonight,
			Reasoning why) {
		Dossier quoted = dossier;
		if (needsAQuote(code) && dossier.dealings().quote() == null) {
			Optional<Quote> quote = quote(dossier, tonight);
			if (quote.isEmpty()) {
				why.note("5.5", "%s waits: the tax is not known", code);
				return dossier;
			}
			quoted = dossier.with(dossier.dealings().with(quote.get()));
		}
		Money named = (code == NoticeCode.PRICE_CHANGE) ? NoticeApplies.listed(dossier, tonight) : null;
		why.note("8.1", "%s is planned: its days are %s to %s", code, days.target(), days.last());
		return quoted.with(notice(dossier, code, days, NoticeProgress.planned(tonight.date()), named));
	}

	/**
	 * The first notice that names the price of a term freezes it (rules 5.2).
	 */
	static boolean needsAQuote(NoticeCode code) {
		return code == NoticeCode.RENEWAL_NOTICE || code == NoticeCode.RENEWAL_NOTICE_LATE
				|| code == NoticeCode.RENEWAL_REMINDER;
	}

	/** The quote of a night, empty while the tax is not known (rules 5.2, 5.5). */
	public static Optional<Quote> quote(Dossier dossier, Tonight tonight) {
		TermDates dates = AutomaticRenewal.term(dossier);
		TaxDecision tax = Pricing.tax(dossier.partner(), dossier.evidence(), dates.startsOn(), tonight);
		if (!(tax instanceof Taxed taxed)) {
			return Optional.empty();
		}
		Amounts amounts = new Amounts(Pricing.listed(dossier.subscription().product(), dates.startsOn(), tonight),
				taxed.treatment(), taxed.rate());
		return Optional.of(new Quote(dossier.subscription().nextSeq(), dates.startsOn(), tonight.date(), amounts));
	}

	/**
	 * Of notices that an import came too late for only the pre-expiry one is recorded,
	 * that of the flag with which the term came (rules 2.4).
	 */
	private static boolean isImportedLate(Dossier dossier, NoticeCode code, NoticeCode.Days days) {
		boolean cameOff = dossier.instructions()
			.off(dossier.subscription().currentTerm().seq())
			.filter((off) -> off.cause() == Cause.IMPORT)
			.isPresent();
		NoticeCode preExpiry = cameOff ? NoticeCode.EXPIRY_NOTICE : NoticeCode.RENEWAL_NOTICE;
		return code == preExpiry && cameTooLate(dossier, days.last());
	}

	static boolean cameTooLate(Dossier dossier, LocalDate last) {
		return dossier.subscription().currentTerm().origin() == TermOrigin.IMPORT
				&& last.isBefore(dossier.subscription().createdIn());
	}

	private static Dossier missed(Dossier dossier, NoticeCode code, NoticeCode.Days days, String reason,
			Tonight tonight, Reasoning why) {
		why.note("8.1", "%s is missed: its days were %s to %s, %s", code, days.target(), days.last(), reason);
		return dossier.with(notice(dossier, code, days, NoticeProgress.missed(reason, tonight.date()), null));
	}

	private static Notice notice(Dossier dossier, NoticeCode code, NoticeCode.Days days, NoticeProgress progress,
			@Nullable Money named) {
		return new Notice(dossier.termSubject(), code, new Notice.About(dossier.partner().id(), dossier.id(),
				dossier.subscription().currentTerm().seq(), null), days, progress, named);
	}

}
