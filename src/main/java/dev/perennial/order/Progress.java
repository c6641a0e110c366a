package dev.perennial.order;

import java.time.LocalDate;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is.
 *
 * @param state its state
 * @param reason why it is in it, where a state alone does not say
 * @param stateIn the business date of the night that set it
 * @param deadlines until when it can be paid
 * @param dunning its charges
 * @param billing its money and documents
 */
public record Progress(OrderState state, @Nullable String reason, LocalDate stateIn, Deadlines deadlines,
		Dunning dunning, Billing billing) {

	public Money paid() {
		return this.billing.paid();
	}

	/**
	 * Moves to another state; nothing is charged any more unless it is OPEN.
	 */
	public Progress to(OrderState state, @Nullable String reason, LocalDate day) {
		Dunning dunning = (state == OrderState.OPEN) ? this.dunning : this.dunning.nextOn(null);
		return new Progress(state, reason, day, this.deadlines, dunning, this.billing);
	}

	public Progress with(Deadlines deadlines) {
		return new Progress(this.state, this.reason, this.stateIn, deadlines, this.dunning, this.billing);
	}

	public Progress with(Dunning dunning) {
		return new Progress(this.state, this.reason, this.stateIn, this.deadlines, dunning, this.billing);
	}

	public Progress with(Billing billing) {
		return new Progress(this.state, this.reason, this.stateIn, this.deadlines, this.dunning, billing);
	}

	/**
	 * Until when an order can be paid.
	 *
	 * @param dueOn the due date of a transfer, {@code null} for a card
	 * @param expiresAfter the last day; in the first night after it the order expires
	 * @param extended whether a proof of payment moved the due date (rules 7.3)
	 */
	public record Deadlines(@Nullable LocalDate dueOn, LocalDate expiresAfter, boolean extended) {

	}

	/**
	 * The charges of a card order.
	 *
	 * @param nextOn the business date of the next attempt
	 * @param notCharged how many attempts turned out not to have charged (rules 6.2)
	 * @param parkedError why a person must look before the next one
	 * @param parkedIn the business date of the night that parked it; it stays when a
	 * person looked and an attempt has no answer yet
	 */
	public record Dunning(@Nullable LocalDate nextOn, int notCharged, @Nullable String parkedError,
			@Nullable LocalDate parkedIn) {

		public static final Dunning NONE = new Dunning(null, 0, null, null);

		public Dunning nextOn(@Nullable LocalDate day) {
			return new Dunning(day, this.notCharged, this.parkedError, this.parkedIn);
		}

		public Dunning oneMoreNotCharged() {
			return new Dunning(this.nextOn, this.notCharged + 1, this.parkedError, this.parkedIn);
		}

		public Dunning parked(String error, LocalDate day) {
			return new Dunning(null, this.notCharged, error, day);
		}

		/** A person looked: the look-up of the open attempt says what follows. */
		public Dunning released() {
			return new Dunning(null, 0, null, this.parkedIn);
		}

		public boolean isReleased() {
			return this.parkedError == null && this.parkedIn != null;
		}

		/** An attempt has its answer: nothing is due but what follows from it. */
		public Dunning answered() {
			return new Dunning(null, this.notCharged, null, null);
		}

	}

	/**
	 * Money and documents of an order.
	 *
	 * @param paid what arrived
	 * @param invoiceNumber its invoice, once it is issued
	 * @param due the document that the night must still issue for it
	 * @param termOff whether auto-renew was switched off while it waited, so that its
	 * term is born OFF (rules 3.4)
	 */
	public record Billing(Money paid, @Nullable String invoiceNumber, @Nullable DocumentDue due, boolean termOff) {

		public Billing plus(Money money) {
			return new Billing(this.paid.plus(money), this.invoiceNumber, this.due, this.termOff);
		}

		public Billing owing(@Nullable DocumentDue due) {
			return new Billing(this.paid, this.invoiceNumber, due, this.termOff);
		}

		public Billing bornOff() {
			return new Billing(this.paid, this.invoiceNumber, this.due, true);
		}

	}

	/** The document that a night must issue. */
	public enum DocumentDue {

		INVOICE, CREDIT_NOTE

	}

}
