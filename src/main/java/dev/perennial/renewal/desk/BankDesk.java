package dev.perennial.renewal.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.perennial.renewal.BankMatching;
import dev.perennial.renewal.BankMatching.BankEntry;
import dev.perennial.renewal.BankMatching.Matched;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;

/**
 * Matches bank lines one after another, so that the next one meets what the one before
 * paid (rules 7.2).
 */
public final class BankDesk {

	private final Map<String, Dossier> facts;

	private final Map<String, String> invoiced;

	private final Set<String> counted;

	private final Tonight tonight;

	/**
	 * @param facts the subscriptions whose invoices are named, by id
	 * @param invoiced the subscription of each invoice, by its number
	 * @param counted the entry ids among the lines that were read before
	 * @param tonight the night
	 */
	public BankDesk(Map<String, Dossier> facts, Map<String, String> invoiced, Set<String> counted, Tonight tonight) {
		this.facts = new LinkedHashMap<>(facts);
		this.invoiced = invoiced;
		this.counted = new HashSet<>(counted);
		this.tonight = tonight;
	}

	/**
	 * Matches the next line.
	 * @param invoiceNumber the number that its reference reads as
	 * @return what became of it, empty if an entry of this id counted already
	 */
	public Optional<Matched> match(BankEntry entry, String invoiceNumber) {
		if (!this.counted.add(entry.id())) {
			return Optional.empty();
		}
		String subscription = this.invoiced.get(invoiceNumber);
		Dossier dossier = (subscription != null) ? this.facts.get(subscription) : null;
		Matched matched = BankMatching.match(entry, dossier, invoiceNumber, this.tonight);
		Dossier after = matched.after();
		if (after != null) {
			this.facts.put(after.id(), after);
		}
		return Optional.of(matched);
	}

	/** The facts as they are now. */
	public Collection<Dossier> facts() {
		return this.facts.values();
	}

}
