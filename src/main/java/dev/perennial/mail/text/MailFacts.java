package dev.perennial.mail.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is about.
 *
 * @param partner how the partner is addressed
 * @param seller who writes
 * @param membership the subscription with its current term; null for a request that names
 * none
 * @param matters the facts of this mail, at most one of a kind; each code names the kind
 * that it misses
 */
public record MailFacts(String partner, Seller seller, @Nullable Membership membership, List<Matter> matters) {

	public static MailFacts of(String partner, Seller seller, @Nullable Membership membership, Matter... matters) {
		return new MailFacts(partner, seller, membership, List.of(matters));
	}

	<T extends Matter> @Nullable T find(Class<T> kind) {
		return this.matters.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
	}

	/** A kind of facts that a mail can bring. */
	public sealed interface Matter permits Renewal, Window, Attempt, Order, Payment, Request, MailInvoice {

	}

	/** How a renewal is paid. */
	public enum Method {

		CARD, TRANSFER

	}

	/**
	 * Who writes.
	 *
	 * @param name the registered name
	 * @param email where partners write to, for a switch-off too
	 */
	public record Seller(String name, String email) {

	}

	/**
	 * A subscription with its current term.
	 *
	 * @param subscriptionId its id
	 * @param offer the offer's name in the language of the mail
	 * @param startsOn first day of the term
	 * @param endsOn last day of the term, still valid (E)
	 */
	public record Membership(String subscriptionId, String offer, LocalDate startsOn, LocalDate endsOn) {

	}

	/**
	 * An automatic renewal ahead.
	 *
	 * @param on the day on which it is charged or invoiced; it can be switched off until
	 * the day before
	 * @param price what it will cost
	 * @param oldNet what the current term cost, or with PRICE_CHANGE what was announced;
	 * null if unknown
	 * @param method how it is paid
	 * @param cardExpires the card's month, for CARD_EXPIRES
	 */
	public record Renewal(LocalDate on, Price price, @Nullable Money oldNet, Method method,
			@Nullable YearMonth cardExpires) implements Matter {

	}

	/**
	 * An amount with its tax.
	 *
	 * @param net without tax
	 * @param tax the tax
	 * @param gross both together
	 */
	public record Price(Money net, Money tax, Money gross) {

	}

	/**
	 * The window after a term that was not renewed (rules 4.1).
	 *
	 * @param opensOn E+1
	 * @param closesOn its last day
	 * @param benefitsUntil the last day with benefits (rules 4.5)
	 */
	public record Window(LocalDate opensOn, LocalDate closesOn, LocalDate benefitsUntil) implements Matter {

	}

	/**
	 * A failed attempt to charge a card (rules 6.3).
	 *
	 * @param amount what was to be charged
	 * @param nextOn when it is tried again; null if it is not
	 */
	public record Attempt(Money amount, @Nullable LocalDate nextOn) implements Matter {

	}

	/**
	 * An order that was not paid (rules 2.3).
	 *
	 * @param number the order number
	 * @param placedOn the day of the order
	 * @param creditNote the credit note over its invoice; null if it had none
	 */
	public record Order(String number, LocalDate placedOn, @Nullable String creditNote) implements Matter {

	}

	/**
	 * What is to be paid by transfer (rules 7.2).
	 *
	 * @param open what is still open
	 * @param paid what has come; null or zero if nothing
	 * @param dueOn the last day
	 * @param reference the payment reference
	 * @param account where to; null leaves the line out
	 */
	public record Payment(Money open, @Nullable Money paid, LocalDate dueOn, String reference,
			@Nullable String account) implements Matter {

	}

	/**
	 * A request and what became of it (rules 10.1, 11.6).
	 *
	 * @param id its id
	 * @param type CANCEL, LATE_OFF, RENEW, ...
	 * @param state NEW, OPEN, WAITING_PARTNER, RESOLVED, REJECTED or REFUSED
	 * @param reason the reason of a refusal; null if there is none
	 * @param possibleFrom with TOO_EARLY the first day; else null
	 */
	public record Request(String id, String type, String state, @Nullable String reason,
			@Nullable LocalDate possibleFrom) implements Matter {

	}

}
