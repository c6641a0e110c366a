package dev.perennial.job.invoices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.order.Order;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Invoicing;
import dev.perennial.renewal.Tonight;
import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;

/**
 * The orders for which a night must still issue a document, in the order of their numbers
 * (rules 9.2).
 */
class DueDocuments {

	/**
	 * A blank sorts before all that an id may hold, so the keys sort by subscription,
	 * then term, then order.
	 */
	private static final String DUE = """
			SELECT CONCAT(subscription_id, ' ', starts_on, ' ', order_number) AS item_key
			  FROM renewal_order
			 WHERE document_due IN (:due)
			""";

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	DueDocuments(Dossiers dossiers, Rulebooks rulebooks) {
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
	}

	/** All that is due; a run of one subscription takes no number (rules 11.2). */
	Plan all(Run run) {
		return run.scoped() ? Plan.of(List.of()) : Plan.of(DUE).with("due", List.of("INVOICE", "CREDIT_NOTE"));
	}

	/** What is due of one type and was found in order. */
	Plan valid(Run run, String due) {
		return run.scoped() ? Plan.of(List.of())
				: Plan.of(DUE + " AND document_valid_in = :date")
					.with("due", List.of(due))
					.with("date", run.businessDate());
	}

	/** The sales of a chunk, locked until the end of the transaction. */
	Due read(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Collection<String> subscriptions = new TreeSet<>(
				chunk.keys().stream().map((key) -> key.split(" ")[0]).toList());
		Map<String, Dossier> dossiers = this.dossiers.lock(subscriptions, tonight.date());
		Map<Item, Sale> sales = new LinkedHashMap<>();
		for (Item item : chunk) {
			String[] key = item.key().split(" ");
			Dossier dossier = dossiers.get(key[0]);
			if (dossier != null) {
				sales.put(item, sale(dossier, key[2], tonight));
			}
		}
		return new Due(dossiers, sales, tonight);
	}

	/** Writes what issuing changed. */
	void save(Due due, Collection<Dossier> after) {
		this.dossiers.save(due.dossiers(), after, due.date());
	}

	private static Sale sale(Dossier dossier, String orderNumber, Tonight tonight) {
		Order order = dossier.dealings()
			.orders()
			.stream()
			.filter((one) -> one.number().equals(orderNumber))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("order %s is not current any more".formatted(orderNumber)));
		return Invoicing.sale(dossier, order, tonight);
	}

	/**
	 * What a chunk has to issue.
	 *
	 * @param dossiers the facts by subscription
	 * @param sales what is to be issued, by item
	 * @param tonight the night
	 */
	record Due(Map<String, Dossier> dossiers, Map<Item, Sale> sales, Tonight tonight) {

		LocalDate date() {
			return this.tonight.date();
		}

	}

}
