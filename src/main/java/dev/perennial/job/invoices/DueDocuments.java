package dev.perennial.job.invoices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.perennial.dossier.Rulebooks;
import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.renewal.Tonight;
import dev.perennial.order.Progress.DocumentDue;
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
	 * A blank sorts before all that an id may hold, so the keys of a type sort by
	 * subscription, then term, then order.
	 */
	private static final String DUE = """
			SELECT CONCAT(subscription_id, ' ', starts_on, ' ', document_due, ' ', order_number) AS item_key
			  FROM renewal_order
			 WHERE document_due IN ('INVOICE', 'CREDIT_NOTE')
			""";

	/** What an earlier step of the same run did. */
	private static final String VALID = """
			SELECT i.item_key
			  FROM batch_step s JOIN batch_item i ON i.step_id = s.step_id
			 WHERE s.run_id = :run AND s.step = :validation AND i.state = 'DONE' AND i.item_key LIKE :type
			""";

	/** The step that finds out what can be issued. */
	static final String VALIDATION = "validate-documents";

	private final OpenSales sales;

	private final Rulebooks rulebooks;

	DueDocuments(OpenSales sales, Rulebooks rulebooks) {
		this.sales = sales;
		this.rulebooks = rulebooks;
	}

	/** All that is due; a run of one subscription takes no number (rules 11.2). */
	Plan all(Run run) {
		return run.scoped() ? Plan.of(List.of()) : Plan.of(DUE);
	}

	/** What is due of one type and was found in order. */
	Plan valid(Run run, DocumentDue type) {
		return run.scoped() ? Plan.of(List.of())
				: Plan.of(VALID)
					.with("run", run.id())
					.with("validation", VALIDATION)
					.with("type", "% " + type.name() + " %");
	}

	/** The sales of a chunk as far as they can be at fault. */
	Due look(Run run, Chunk chunk) {
		return read(run, chunk, false);
	}

	/**
	 * The sales of a chunk, locked until the end of the transaction; their subscriptions
	 * are looked at in this night.
	 */
	Due lock(Run run, Chunk chunk) {
		return read(run, chunk, true);
	}

	private Due read(Run run, Chunk chunk, boolean locked) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		Map<String, Item> items = new LinkedHashMap<>();
		Collection<String> subscriptions = new TreeSet<>();
		for (Item item : chunk) {
			String[] key = item.key().split(" ");
			subscriptions.add(key[0]);
			items.put(key[3], item);
		}
		Map<String, Sale> found = locked ? this.sales.lock(subscriptions, items.keySet(), tonight)
				: this.sales.look(subscriptions, items.keySet(), tonight);
		Map<Item, Sale> sales = new LinkedHashMap<>();
		items.forEach((number, item) -> {
			Sale sale = found.get(number);
			if (sale != null) {
				sales.put(item, sale);
			}
		});
		return new Due(sales, tonight);
	}

	/**
	 * What a chunk has to issue.
	 *
	 * @param sales what is to be issued, by item
	 * @param tonight the night
	 */
	record Due(Map<Item, Sale> sales, Tonight tonight) {

		LocalDate date() {
			return this.tonight.date();
		}

	}

}
