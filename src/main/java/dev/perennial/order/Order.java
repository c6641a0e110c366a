package dev.perennial.order;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.perennial.money.Money;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.TermDates;
import org.jspecify.annotations.Nullable;

/**
 * A renewal or a purchase that was claimed.
 *
 * @param number its outside name (rules 11.8)
 * @param placed what was ordered, when and how it is to be paid; never changes
 * @param amounts what it costs, frozen
 * @param progress how far it is
 * @param attempts the tries to charge its card, oldest first
 */
public record Order(String number, Placed placed, Amounts amounts, Progress progress, List<Attempt> attempts) {

	public Order {
		attempts = List.copyOf(attempts);
	}

	/**
	 * The name of the n-th order of a term.
	 * @param subscriptionId the subscription
	 * @param firstDay the first day of the term
	 * @param n 1 for the first order of that term
	 */
	public static String name(String subscriptionId, LocalDate firstDay, int n) {
		return subscriptionId + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(firstDay) + "-" + n;
	}

	public OrderState state() {
		return this.progress.state();
	}

	/** Whether it waits for its payment. */
	public boolean isLive() {
		return state() == OrderState.OPEN;
	}

	/** Whether an attempt of it may yet turn out to have charged the card. */
	public boolean hasOpenAttempt() {
		return this.attempts.stream().anyMatch(Attempt::isOpen);
	}

	/** The reference under which the gateway knows an attempt (rules 6.1). */
	public String merchantReference(int attempt) {
		return this.number + "/" + attempt;
	}

	/** What is still to be paid. */
	public Money open() {
		return this.amounts.gross().minus(this.progress.paid());
	}

	public Order with(Progress progress) {
		return new Order(this.number, this.placed, this.amounts, progress, this.attempts);
	}

	public Order progressed(UnaryOperator<Progress> step) {
		return with(step.apply(this.progress));
	}

	public Order attempted(Attempt attempt) {
		List<Attempt> more = new ArrayList<>(this.attempts);
		more.removeIf((other) -> other.number() == attempt.number());
		more.add(attempt);
		return withAttempts(more);
	}

	Order withAttempts(List<Attempt> attempts) {
		return new Order(this.number, this.placed, this.amounts, this.progress, attempts);
	}

	/**
	 * What was ordered.
	 *
	 * @param subscriptionId for which subscription
	 * @param seq the number of the term that it starts when it is paid
	 * @param origin what made it
	 * @param orderedOn the day of the order (rules 4.3)
	 * @param createdIn the business date of the night that made it
	 * @param term anchor and days of the term
	 * @param payBy how it is to be paid
	 * @param qualifiedOn the day of the check that a qualification-bound offer needed
	 */
	public record Placed(String subscriptionId, int seq, OrderOrigin origin, LocalDate orderedOn, LocalDate createdIn,
			OrderedTerm term, PayBy payBy, @Nullable LocalDate qualifiedOn) {

	}

	/**
	 * The term that was ordered.
	 *
	 * @param anchor what its chain is computed from
	 * @param dates its first and last day
	 */
	public record OrderedTerm(LocalDate anchor, TermDates dates) {

	}

	/**
	 * How an order is to be paid.
	 *
	 * @param method card or transfer
	 * @param card the card to charge, for a card order only
	 */
	public record PayBy(PaymentMethod method, @Nullable Card card) {

	}

}
