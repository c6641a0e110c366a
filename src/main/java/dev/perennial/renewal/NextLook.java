package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.notice.NoticeCode;
import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.renewal.Verdict.Decided;
import dev.perennial.subscription.SubscriptionState;

/**
 * On which night a subscription must be looked at again: what keeps a quiet night quiet.
 */
public final class NextLook {

	private NextLook() {
	}

	/**
	 * The first business date after this night on which something can happen to a
	 * subscription by itself; a write to it brings it back earlier.
	 * @param dossier the facts at the end of the night
	 * @return the date, empty if never
	 */
	public static Optional<LocalDate> after(Dossier dossier, Tonight tonight) {
		if (dossier.subscription().isFinal()) {
			return Optional.empty();
		}
		LocalDate tomorrow = tonight.date().plusDays(1);
		if (mustBeLookedAtEveryNight(dossier, tonight)) {
			return Optional.of(tomorrow);
		}
		return Stream.concat(ofTerm(dossier, tonight), ofOrders(dossier))
			.filter((day) -> !day.isBefore(tomorrow))
			.min(LocalDate::compareTo)
			.or(() -> Optional.of(tomorrow));
	}

	/** What is held or waits is asked again every night. */
	private static boolean mustBeLookedAtEveryNight(Dossier dossier, Tonight tonight) {
		if (dossier.subscription().state() == SubscriptionState.PENDING || dossier.dealings().hasOpenAttempt()) {
			return true;
		}
		if (dossier.subscription().state() == SubscriptionState.ACTIVE && !tonight.date().isBefore(dossier.endsOn())) {
			// Over and still ACTIVE: its windows were parked, or come tomorrow.
			return true;
		}
		Tonight tomorrow = new Tonight(tonight.date().plusDays(1), tonight.date().plusDays(1), tonight.policy(),
				tonight.catalogue());
		Decided claim = AutomaticRenewal.decide(dossier, tomorrow).decided();
		return claim != Decided.NOT_DUE || Arrays.stream(NoticeCode.values())
			.filter((code) -> !code.isOfAnEvent())
			.anyMatch((code) -> mayComeTomorrow(dossier, code, tomorrow.date()));
	}

	/** A notice in its days, or just past them, that is not there yet. */
	private static boolean mayComeTomorrow(Dossier dossier, NoticeCode code, LocalDate tomorrow) {
		NoticeCode.Days days = code.daysAround(dossier.endsOn());
		boolean near = days.contain(tomorrow) || tomorrow.equals(days.last().plusDays(1));
		boolean wanted = switch (code) {
			case EXPIRY_NOTICE, EXPIRY_NOTICE_2, EXPIRY_NOTICE_3 -> !dossier.renewsByItself();
			case WINDOW_OPEN, WINDOW_HALF, WINDOW_LAST -> dossier.instructions().isCancelling();
			case RENEWAL_NOTICE_LATE -> dossier.renewsByItself() && dossier.newestOrder().isEmpty()
					&& (NoticeApplies.isHeld(code, dossier) || NoticeApplies.isMissed(dossier));
			// A quote only becomes too low by a new price list, which looks by itself.
			case PRICE_CHANGE -> dossier.renewsByItself() && dossier.dealings().quote() == null;
			case CARD_EXPIRES -> dossier.instructions().isCancelling();
			default -> dossier.renewsByItself();
		};
		return near && wanted && dossier.termNotice(code).isEmpty();
	}

	private static Stream<LocalDate> ofTerm(Dossier dossier, Tonight tonight) {
		LocalDate endsOn = dossier.endsOn();
		Stream<LocalDate> notices = Arrays.stream(NoticeCode.values())
			.filter((code) -> !code.isOfAnEvent())
			.map((code) -> code.daysAround(endsOn))
			.flatMap((days) -> Stream.of(days.target(), days.last().plusDays(1)));
		return Stream.concat(notices, Stream.of(endsOn.plusDays(1), dossier.window(tonight).closesOn().plusDays(1)));
	}

	private static Stream<LocalDate> ofOrders(Dossier dossier) {
		return dossier.dealings()
			.orders()
			.stream()
			.filter((order) -> order.state() == OrderState.OPEN || order.state() == OrderState.FAILED)
			.flatMap(NextLook::ofOrder);
	}

	private static Stream<LocalDate> ofOrder(Order order) {
		return Stream.of(order.progress().deadlines().expiresAfter().plusDays(1), order.progress().dunning().nextOn())
			.filter(Objects::nonNull);
	}

}
