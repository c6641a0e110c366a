package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.SubscriptionState;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.End;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 10.2 and 3.4: what the end of a cancellation does to an order that waits. */
class CancellationTests {

	private static final SupportRequest REQUEST = new SupportRequest("R-1", Kind.CANCEL, "PA-1", State.OPEN,
			LocalDate.of(2026, 6, 24), End.END_OF_TERM);

	@Test
	void aCardOrderThatWaitsForARetryIsCancelledAndNothingMoreIsCharged() {
		Dossier after = Cancellation.ended(claimed(Membership.byCard()), REQUEST, Membership.night("2026-06-24"));
		Order order = after.newestOrder().orElseThrow();
		assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
		assertThat(order.progress().reason()).isEqualTo("AUTO_RENEW_OFF");
		assertThat(order.progress().dunning().nextOn()).isNull();
		assertThat(after.renewsByItself()).isFalse();
		assertThat(after.instructions().isCancelling()).isFalse();
	}

	@Test
	void aTransferStaysPayableAndItsTermIsBornOff() {
		Dossier after = Cancellation.ended(claimed(Membership.byTransfer()), REQUEST, Membership.night("2026-06-24"));
		Order order = after.newestOrder().orElseThrow();
		assertThat(order.state()).isEqualTo(OrderState.OPEN);
		assertThat(order.progress().billing().termOff()).isTrue();
	}

	@Test
	void aRefundOfALateSwitchEndsTheSubscription() {
		Dossier after = refunded(Kind.LATE_OFF, "2026-07-23");
		assertThat(after.subscription().state()).isEqualTo(SubscriptionState.CANCELLED);
		assertThat(after.dealings().orders()).extracting(Order::state).containsExactly(OrderState.REFUNDED);
		assertThat(after.instructions().requests()).extracting(SupportRequest::state).containsExactly(State.RESOLVED);
	}

	@Test
	void whatWasChargedMoreThanThirtyDaysAgoRunsToItsEnd() {
		Dossier after = refunded(Kind.CANCEL, "2026-07-24");
		assertThat(after.subscription().state()).isEqualTo(SubscriptionState.ACTIVE);
		assertThat(after.renewsByItself()).isFalse();
		assertThat(after.instructions().requests()).extracting(SupportRequest::state).containsExactly(State.RESOLVED);
	}

	/**
	 * Rules 9.3: an invoice that was not issued yet has nothing to be credited, and is
	 * not issued any more.
	 */
	@Test
	void aRefundBeforeTheInvoiceNeedsNoCreditNote() {
		Dossier after = refunded(Kind.CANCEL, "2026-06-24");
		assertThat(after.dealings().orders().get(0).progress().billing().due()).isNull();
	}

	/** Charged on 2026-06-23, and ended with a refund in a night. */
	private static Dossier refunded(Kind kind, String date) {
		Dossier charged = Membership.charged(Membership.claimed(Membership.byCard(), "2026-06-23"),
				AttemptState.SUCCEEDED, "2026-06-23");
		SupportRequest refund = new SupportRequest("R-1", kind, "PA-1", State.OPEN, LocalDate.of(2026, 6, 24),
				End.REFUND);
		return Cancellation.ended(Membership.with(charged, refund), refund, Membership.night(date));
	}

	/** Claimed on 2026-06-23, with a cancellation that was filed the day after. */
	private static Dossier claimed(Dossier membership) {
		return Membership.with(
				Membership.held(Membership.claimed(membership, "2026-06-23"), HoldReason.CANCEL_REQUEST_OPEN), REQUEST);
	}

}
