package dev.perennial.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.perennial.invoice.Allocations.Allocation;
import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.order.Order;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.PartnerCredit.Reason;
import dev.perennial.order.Payment;
import dev.perennial.order.Quote;
import dev.perennial.renewal.Dossier;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.SubscriptionChange;
import dev.perennial.subscription.Term;

/** Writes what changed in dossiers, one batch a table. */
class DossierWriter {

	private final DossierTables tables;

	DossierWriter(DossierTables tables) {
		this.tables = tables;
	}

	void write(List<DossierChange> changes, LocalDate date) {
		subscriptions(changes, date);
		terms(changes, date);
		instructions(changes);
		orders(changes, date);
		money(changes, date);
		notices(changes);
	}

	/** Every subscription that something changed in is looked at again in this night. */
	private void subscriptions(List<DossierChange> changes, LocalDate date) {
		List<Subscription> added = changes.stream()
			.filter((change) -> change.before() == null)
			.map((change) -> change.after().subscription())
			.toList();
		List<SubscriptionChange> changed = changes.stream().flatMap(DossierChange::ofTheSubscription).toList();
		this.tables.subscriptions().add(added, date);
		this.tables.subscriptions().update(changed);
		this.tables.subscriptions().lookAgain(changes.stream().map(DossierChange::id).toList(), date);
	}

	private void terms(List<DossierChange> changes, LocalDate date) {
		Map<String, Term> moved = new LinkedHashMap<>();
		Map<String, Term> started = new LinkedHashMap<>();
		for (DossierChange change : changes) {
			Term now = change.after().subscription().term();
			Term before = (change.before() != null) ? change.before().subscription().term() : null;
			if (now == null || now.equals(before)) {
				continue;
			}
			boolean same = before != null && before.seq() == now.seq();
			(same ? moved : started).put(change.id(), now);
			Term ended = change.after().contract().endedTerm();
			if (!same && ended != null) {
				moved.put(change.id(), ended);
			}
		}
		this.tables.subscriptions().updateTerms(moved);
		this.tables.subscriptions().addTerms(started, date);
		this.tables.windows().save(windows(changes));
	}

	private static List<Map.Entry<String, RenewalWindow>> windows(List<DossierChange> changes) {
		return changes.stream()
			.filter((change) -> change.after().contract().window() != null)
			.filter((change) -> change.isIn((dossier) -> Objects.toString(dossier.contract().window())))
			.map((change) -> change.with(Objects.requireNonNull(change.after().contract().window())))
			.toList();
	}

	private void instructions(List<DossierChange> changes) {
		this.tables.wishes().switchOff(entries(changes, (change) -> change.changed((d) -> d.instructions().offs())));
		this.tables.wishes().hold(entries(changes, (change) -> change.changed((d) -> d.instructions().holds())));
		this.tables.wishes().file(entries(changes, (change) -> change.changed((d) -> d.instructions().requests())));
	}

	private void orders(List<DossierChange> changes, LocalDate date) {
		Function<Dossier, List<Order>> orders = (dossier) -> dossier.dealings().orders();
		// An order that ends makes room for the one that replaces it: the key allows one
		// that is live.
		this.tables.orders()
			.update(changes.stream().flatMap((change) -> change.updated(orders, Order::number)).toList());
		this.tables.orders().add(changes.stream().flatMap((change) -> change.added(orders, Order::number)).toList());
		this.tables.outcomes()
			.record(date, entries(changes, (change) -> change.changed((d) -> d.dealings().outcomes())));
	}

	private void money(List<DossierChange> changes, LocalDate date) {
		this.tables.money().quote(entries(changes, DossierWriter::quotes));
		List<Payment> payments = changes.stream()
			.flatMap((change) -> change.added((d) -> d.dealings().payments(), Payment::id))
			.toList();
		this.tables.money().receive(payments);
		this.tables.money()
			.owe(changes.stream()
				.flatMap((change) -> change.after()
					.dealings()
					.credits()
					.stream()
					.map((credit) -> Map.entry(change.after().partner().id(), credit)))
				.toList(), date);
		this.tables.allocations().allocate(changes.stream().flatMap(DossierWriter::allocations).toList());
		this.tables.allocations()
			.release(changes.stream()
				.flatMap((change) -> change.after().dealings().credits().stream())
				.filter((credit) -> credit.reason() == Reason.ORDER_ENDED)
				.map(PartnerCredit::paymentId)
				.toList(), date);
	}

	private static Stream<Quote> quotes(DossierChange change) {
		Quote quote = change.after().dealings().quote();
		boolean known = change.before() != null && change.before().dealings().quote() != null;
		return (quote != null && !known) ? Stream.of(quote) : Stream.empty();
	}

	/**
	 * What a transfer paid of the invoice of its order; a card is allocated when its
	 * invoice is issued.
	 */
	private static Stream<Allocation> allocations(DossierChange change) {
		return change.added((d) -> d.dealings().payments(), Payment::id)
			.filter((payment) -> !payment.isByCard())
			.flatMap((payment) -> change.after()
				.dealings()
				.orders()
				.stream()
				.filter((order) -> order.number().equals(payment.orderNumber()))
				.flatMap((order) -> allocation(change.after(), order, payment)));
	}

	private static Stream<Allocation> allocation(Dossier dossier, Order order, Payment payment) {
		String invoice = order.progress().billing().invoiceNumber();
		Money excess = dossier.dealings()
			.credits()
			.stream()
			.filter((credit) -> credit.paymentId().equals(payment.id()) && credit.reason() == Reason.OVERPAID)
			.map(PartnerCredit::amount)
			.findFirst()
			.orElse(Money.zero(payment.amount().currency()));
		return (invoice != null) ? Stream.of(new Allocation(payment.id(), invoice, payment.amount().minus(excess)))
				: Stream.empty();
	}

	private void notices(List<DossierChange> changes) {
		Function<Dossier, List<Notice>> notices = Dossier::notices;
		this.tables.notices().add(changes.stream().flatMap((change) -> change.added(notices, Notice::id)).toList());
		this.tables.notices()
			.update(changes.stream().flatMap((change) -> change.updated(notices, Notice::id)).toList());
	}

	private static <T> List<Map.Entry<String, T>> entries(List<DossierChange> changes,
			Function<DossierChange, Stream<T>> facts) {
		return changes.stream().flatMap((change) -> facts.apply(change).map(change::with)).toList();
	}

}
