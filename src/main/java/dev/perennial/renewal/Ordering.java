package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.money.Money;
import dev.perennial.offer.Offer;
import dev.perennial.offer.RenewalAnchor;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.Order.OrderedTerm;
import dev.perennial.order.Order.PayBy;
import dev.perennial.order.Order.Placed;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.order.Progress;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Progress.Deadlines;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.order.Progress.Dunning;
import dev.perennial.order.Quote;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.TermDates;

/** Makes orders: the moment of the claim. */
final class Ordering {

	private Ordering() {
	}

	/**
	 * The order of an automatic renewal, for the next term of the same anchor (rules
	 * 3.3).
	 */
	static Dossier automatic(Dossier dossier, Amounts amounts, Tonight tonight) {
		Term current = dossier.subscription().currentTerm();
		TermDates dates = current.next();
		LocalDate windowEnd = dossier.window(tonight).closesOn();
		LocalDate due = latest(windowEnd,
				tonight.notBeforeToday(tonight.date()).plusDays(tonight.policy().payment().transferDueDays()));
		Dossier quoted = (dossier.dealings().quote() != null) ? dossier : dossier
			.with(dossier.dealings().with(new Quote(current.seq() + 1, dates.startsOn(), tonight.date(), amounts)));
		return place(quoted,
				new Claim(OrderOrigin.AUTO, tonight.date(), new OrderedTerm(current.anchor(), dates), due, windowEnd),
				amounts, tonight);
	}

	/**
	 * The order of a manual renewal, for a term that starts on the day on which the
	 * partner asked, or where the offer says so on the day after the old one (rules 4.3).
	 */
	static Dossier manual(Dossier dossier, LocalDate askedOn, Amounts amounts, Tonight tonight) {
		return place(dossier, new Claim(OrderOrigin.MANUAL, askedOn, manualTerm(dossier, askedOn, tonight),
				orderDue(askedOn, tonight), dossier.window(tonight).closesOn()), amounts, tonight);
	}

	/** The term of a manual renewal that was asked for on a day. */
	static OrderedTerm manualTerm(Dossier dossier, LocalDate askedOn, Tonight tonight) {
		boolean contiguous = tonight.catalogue()
			.offer(dossier.subscription().product().offer())
			.map(Offer::policies)
			.filter((policies) -> policies.renewalAnchor() == RenewalAnchor.CONTIGUOUS)
			.isPresent();
		Term current = dossier.subscription().currentTerm();
		return contiguous ? new OrderedTerm(current.anchor(), current.next())
				: new OrderedTerm(askedOn, TermDates.nth(askedOn, 0));
	}

	/** The first order of a bought subscription. */
	static Dossier purchase(Dossier dossier, LocalDate askedOn, Amounts amounts, Tonight tonight) {
		LocalDate due = orderDue(askedOn, tonight);
		return place(dossier,
				new Claim(OrderOrigin.PURCHASE, askedOn, new OrderedTerm(askedOn, TermDates.nth(askedOn, 0)), due,
						askedOn.plusDays(tonight.policy().payment().orderDueDays())),
				amounts, tonight);
	}

	private static LocalDate orderDue(LocalDate askedOn, Tonight tonight) {
		return tonight.notBeforeToday(askedOn).plusDays(tonight.policy().payment().orderDueDays());
	}

	private static Dossier place(Dossier dossier, Claim claim, Amounts amounts, Tonight tonight) {
		Subscription subscription = dossier.subscription();
		boolean byCard = subscription.paying().method() == PaymentMethod.CARD;
		LocalDate firstDay = claim.term().dates().startsOn();
		long earlier = dossier.dealings()
			.orders()
			.stream()
			.filter((order) -> order.placed().term().dates().startsOn().equals(firstDay))
			.count();
		Placed placed = new Placed(subscription.id(), subscription.nextSeq(), claim.origin(), claim.orderedOn(),
				tonight.date(), claim.term(),
				new PayBy(subscription.paying().method(), byCard ? subscription.paying().card() : null),
				dossier.evidence().qualifiedOn());
		Order order = new Order(Order.name(subscription.id(), firstDay, (int) earlier + 1), placed, amounts,
				byCard ? byCard(claim, amounts, tonight) : byTransfer(claim, amounts, tonight), List.of());
		Dossier after = dossier.with(order);
		return byCard ? after : after.with(Outcome.of(order, What.INVOICED, null));
	}

	private static Progress byCard(Claim claim, Amounts amounts, Tonight tonight) {
		return new Progress(OrderState.OPEN, null, tonight.date(), new Deadlines(null, claim.cardUntil(), false),
				Dunning.NONE.nextOn(tonight.date()), new Billing(nothing(amounts), null, null, false));
	}

	/** A transfer is invoiced in the night of its claim (rules 3.5). */
	private static Progress byTransfer(Claim claim, Amounts amounts, Tonight tonight) {
		return new Progress(OrderState.OPEN, null, tonight.date(),
				new Deadlines(claim.transferDue(), claim.transferDue(), false), Dunning.NONE,
				new Billing(nothing(amounts), null, DocumentDue.INVOICE, false));
	}

	private static Money nothing(Amounts amounts) {
		return Money.zero(amounts.net().currency());
	}

	private static LocalDate latest(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	/** What is ordered, and until when it can be paid by transfer or by card. */
	private record Claim(OrderOrigin origin, LocalDate orderedOn, OrderedTerm term, LocalDate transferDue,
			LocalDate cardUntil) {

	}

}
