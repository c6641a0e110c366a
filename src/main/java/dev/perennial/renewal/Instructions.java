package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.SupportRequest;

/**
 * What the partner and support asked of a subscription.
 *
 * @param offs the terms for which automatic renewal is switched off
 * @param holds what stops claims and attempts, ended ones of the current term included
 * @param requests the support requests
 */
public record Instructions(List<AutoRenewOff> offs, List<Hold> holds, List<SupportRequest> requests) {

	public static final Instructions NONE = new Instructions(List.of(), List.of(), List.of());

	public Instructions {
		offs = List.copyOf(offs);
		holds = List.copyOf(holds);
		requests = List.copyOf(requests);
	}

	/** The switch of a term, empty while it is ON. */
	public Optional<AutoRenewOff> off(int seq) {
		return this.offs.stream().filter((off) -> off.seq() == seq).findFirst();
	}

	public boolean isHeld(HoldReason reason) {
		return this.holds.stream().anyMatch((hold) -> hold.isOpen() && hold.reason() == reason);
	}

	/** Whether a cancellation is open: its hold stands (rules 10.1). */
	public boolean isCancelling() {
		return isHeld(HoldReason.CANCEL_REQUEST_OPEN);
	}

	public Instructions with(AutoRenewOff off) {
		return new Instructions(Lists.with(this.offs, off, (other) -> other.seq() == off.seq()), this.holds,
				this.requests);
	}

	public Instructions with(Hold hold) {
		return new Instructions(this.offs, Lists.with(this.holds, hold,
				(other) -> other.reason() == hold.reason() && other.key().equals(hold.key())), this.requests);
	}

	public Instructions with(SupportRequest request) {
		return new Instructions(this.offs, this.holds,
				Lists.with(this.requests, request, (other) -> other.id().equals(request.id())));
	}

	/** Ends the hold of cancellations (rules 10.1). */
	public Instructions withoutCancellation(LocalDate day) {
		Instructions ended = this;
		for (Hold hold : this.holds) {
			if (hold.isOpen() && hold.reason() == HoldReason.CANCEL_REQUEST_OPEN) {
				ended = ended.with(hold.ended(day));
			}
		}
		return ended;
	}

}
