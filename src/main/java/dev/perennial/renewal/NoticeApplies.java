package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeState;
import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Order;
import dev.perennial.order.Quote;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.SubscriptionState;

/** Whether a notice is true of the facts, and what keeps it back (rules 8.1, 8.2). */
public final class NoticeApplies {

	/** What an open cancellation holds (rules 8.2). */
	private static final Set<NoticeCode> HELD = Set.of(NoticeCode.RENEWAL_NOTICE, NoticeCode.RENEWAL_NOTICE_LATE,
			NoticeCode.RENEWAL_REMINDER, NoticeCode.CARD_EXPIRES, NoticeCode.WINDOW_OPEN, NoticeCode.WINDOW_HALF,
			NoticeCode.WINDOW_LAST);

	private NoticeApplies() {
	}

	/** Whether a notice about the current term is true now. */
	public static boolean applies(NoticeCode code, Dossier dossier, Tonight tonight) {
		boolean active = dossier.subscription().state() == SubscriptionState.ACTIVE;
		boolean on = dossier.renewsByItself();
		return switch (code) {
			case RENEWAL_NOTICE, RENEWAL_REMINDER -> active && on;
			case RENEWAL_NOTICE_LATE ->
				(active || isInWindow(dossier)) && on && isMissed(dossier) && dossier.newestOrder().isEmpty();
			case PRICE_CHANGE -> active && on && hasRisen(dossier, tonight);
			case CARD_EXPIRES -> active && on && cardExpires(dossier, tonight);
			case EXPIRY_NOTICE, EXPIRY_NOTICE_2, EXPIRY_NOTICE_3 -> active && !on;
			case WINDOW_OPEN, WINDOW_HALF -> isInWindow(dossier) && isUnordered(dossier);
			case WINDOW_LAST -> (isInWindow(dossier) || lapsedIn(dossier, tonight.date())) && isUnordered(dossier);
			default -> true;
		};
	}

	/** Whether an open cancellation keeps a notice back. */
	public static boolean isHeld(NoticeCode code, Dossier dossier) {
		return HELD.contains(code) && dossier.instructions().isCancelling();
	}

	/** The net list price of the term that would follow. */
	static Money listed(Dossier dossier, Tonight tonight) {
		return Pricing.listed(dossier.subscription().product(), AutomaticRenewal.term(dossier).startsOn(), tonight);
	}

	/**
	 * Why a notice that is true now was not planned in its days, empty if it only became
	 * true after them, which is no miss.
	 */
	static Optional<String> whyNotPlanned(NoticeCode code, Dossier dossier, NoticeCode.Days days, Tonight tonight) {
		if (TermNotices.cameTooLate(dossier, days.last()) || !appliedOn(code, dossier, days.last())
				|| tonight.date().isAfter(days.last().plusDays(1))) {
			return Optional.empty();
		}
		if (HELD.contains(code) && wasCancellingOn(dossier, days.last())) {
			return Optional.of(HoldReason.CANCEL_REQUEST_OPEN.name());
		}
		return (TermNotices.needsAQuote(code) && dossier.dealings().quote() == null)
				? Optional.of(noQuote(dossier, tonight)) : Optional.empty();
	}

	/** Whether nothing that makes it true came only after a day. */
	private static boolean appliedOn(NoticeCode code, Dossier dossier, LocalDate day) {
		return switch (code) {
			case EXPIRY_NOTICE, EXPIRY_NOTICE_2,
					EXPIRY_NOTICE_3 ->
				dossier.instructions()
					.off(dossier.subscription().currentTerm().seq())
					.map(AutoRenewOff::switchedIn)
					.filter((switched) -> !switched.isAfter(day))
					.isPresent();
			case CARD_EXPIRES -> !dossier.subscription().paying().givenIn().isAfter(day);
			case WINDOW_OPEN, WINDOW_HALF, WINDOW_LAST ->
				dossier.newestOrder().map((order) -> !order.progress().stateIn().isAfter(day)).orElse(true);
			default -> true;
		};
	}

	private static boolean wasCancellingOn(Dossier dossier, LocalDate day) {
		return dossier.instructions()
			.holds()
			.stream()
			.filter((hold) -> hold.reason() == HoldReason.CANCEL_REQUEST_OPEN)
			.anyMatch((hold) -> stoodOn(hold, day));
	}

	private static boolean stoodOn(Hold hold, LocalDate day) {
		return !hold.begunIn().isAfter(day) && (hold.endedIn() == null || hold.endedIn().isAfter(day));
	}

	private static String noQuote(Dossier dossier, Tonight tonight) {
		try {
			listed(dossier, tonight);
			return ClaimGates.TAX_UNAVAILABLE;
		}
		catch (PriceMissing ex) {
			return "PRICE_MISSING";
		}
	}

	private static boolean isInWindow(Dossier dossier) {
		return dossier.subscription().state() == SubscriptionState.IN_WINDOW;
	}

	private static boolean lapsedIn(Dossier dossier, LocalDate day) {
		RenewalWindow window = dossier.contract().window();
		return window != null && day.equals(window.lapsedIn()) && window.openedIn() != null;
	}

	private static boolean isUnordered(Dossier dossier) {
		return dossier.dealings().live().isEmpty()
				&& dossier.dealings().orders().stream().noneMatch(Order::hasOpenAttempt);
	}

	/** Whether the renewal notice of the term was not sent in its days. */
	static boolean isMissed(Dossier dossier) {
		return dossier.termNotice(NoticeCode.RENEWAL_NOTICE)
			.map(Notice::state)
			.filter((state) -> state == NoticeState.MISSED)
			.isPresent();
	}

	private static boolean hasRisen(Dossier dossier, Tonight tonight) {
		Quote quote = dossier.dealings().quote();
		return quote != null && listed(dossier, tonight).compareTo(quote.amounts().net()) > 0;
	}

	/** The card's month ends before the window does. */
	private static boolean cardExpires(Dossier dossier, Tonight tonight) {
		Card card = dossier.subscription().paying().card();
		return dossier.subscription().paying().method() == PaymentMethod.CARD && card != null
				&& card.expiresOn() != null && card.expiresOn().isBefore(dossier.window(tonight).closesOn());
	}

}
