package dev.perennial.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.notice.Notice;
import dev.perennial.order.Order;
import dev.perennial.order.Outcome;
import dev.perennial.order.Payment;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Qualifications.Of;
import dev.perennial.renewal.Dealings;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.renewal.Instructions;
import dev.perennial.subscription.AutoRenewOff;
import dev.perennial.subscription.Hold;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.tax.VatAnswers;
import dev.perennial.tax.VatEvidence;

/**
 * The rows of many subscriptions, read with one statement a table, to be put together one
 * by one.
 */
record DossierReading(Map<String, Partner> partners, Asked asked, Traded traded, Map<String, RenewalWindow> windows,
		Map<String, List<Notice>> notices) {

	static DossierReading of(DossierTables tables, Map<String, Subscription> subscriptions, LocalDate date) {
		Collection<String> ids = subscriptions.keySet();
		Map<String, Partner> partners = tables.partners()
			.byId(subscriptions.values().stream().map(Subscription::partnerId).collect(Collectors.toSet()));
		Set<String> vatIds = partners.values()
			.stream()
			.map(Partner::vatId)
			.filter((vatId) -> !vatId.isEmpty())
			.collect(Collectors.toSet());
		Asked asked = new Asked(tables.wishes().offs(ids), tables.wishes().holds(ids), tables.wishes().requests(ids),
				tables.qualifications().newestPassed(partners.keySet(), date), tables.vatAnswers().on(date, vatIds));
		Map<String, List<Order>> orders = tables.orders().current(ids);
		Traded traded = new Traded(tables.money().quotes(ids), orders, tables.money().paymentsOf(paid(orders)),
				tables.outcomes().of(date, ids));
		return new DossierReading(partners, asked, traded, tables.windows().current(ids),
				tables.notices().current(ids));
	}

	private static List<String> paid(Map<String, List<Order>> orders) {
		return orders.values()
			.stream()
			.flatMap(List::stream)
			.filter((order) -> !order.progress().paid().isZero())
			.map(Order::number)
			.toList();
	}

	Dossier dossier(Subscription subscription) {
		String id = subscription.id();
		Partner partner = this.partners.get(subscription.partnerId());
		if (partner == null) {
			throw new IllegalStateException("subscription %s has no partner".formatted(id));
		}
		return new Dossier(partner, new Dossier.Contract(subscription, null, this.windows.get(id)),
				this.asked.instructions(id), this.traded.dealings(id),
				new Evidence(this.asked.qualified.get(new Of(partner.id(), subscription.product().offer())),
						this.asked.vatIds.getOrDefault(partner.vatId(), VatAnswers.NONE)),
				this.notices.getOrDefault(id, List.of()));
	}

	/** What was asked, and found out. */
	record Asked(Map<String, List<AutoRenewOff>> offs, Map<String, List<Hold>> holds,
			Map<String, List<SupportRequest>> requests, Map<Of, LocalDate> qualified, Map<String, VatEvidence> vatIds) {

		Instructions instructions(String id) {
			return new Instructions(this.offs.getOrDefault(id, List.of()), this.holds.getOrDefault(id, List.of()),
					this.requests.getOrDefault(id, List.of()));
		}

	}

	/** What was ordered and paid. */
	record Traded(Map<String, Quote> quotes, Map<String, List<Order>> orders, Map<String, List<Payment>> payments,
			Map<String, List<Outcome>> outcomes) {

		/**
		 * Credits are written once and never read back: they are of the partner, not of
		 * the order.
		 */
		Dealings dealings(String id) {
			List<Order> all = this.orders.getOrDefault(id, List.of());
			List<Payment> paid = all.stream()
				.flatMap((order) -> this.payments.getOrDefault(order.number(), List.of()).stream())
				.sorted(Comparator.comparing(Payment::id))
				.toList();
			return new Dealings(this.quotes.get(id), all, paid, List.of(), this.outcomes.getOrDefault(id, List.of()));
		}

	}

}
