package dev.perennial.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.subscription.Subscription;
import dev.perennial.tax.VatAnswers;
import dev.perennial.tax.VatEvidence;

/** The dossiers of subscriptions. */
public class Dossiers {

	private final DossierTables tables;

	private final DossierWriter writer;

	Dossiers(DossierTables tables) {
		this.tables = tables;
		this.writer = new DossierWriter(tables);
	}

	/**
	 * Locks subscriptions until the end of the transaction, and reads their facts.
	 * @param date the business date
	 * @return by subscription id, in the order of the ids; unknown ids are left out
	 */
	public Map<String, Dossier> lock(Collection<String> ids, LocalDate date) {
		if (!ids.isEmpty()) {
			this.tables.subscriptions().lock(ids);
		}
		return read(ids, date);
	}

	/** Reads the facts of subscriptions without locking them. */
	public Map<String, Dossier> read(Collection<String> ids, LocalDate date) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		Map<String, Subscription> subscriptions = this.tables.subscriptions().byId(ids);
		if (subscriptions.isEmpty()) {
			return Map.of();
		}
		DossierReading reading = DossierReading.of(this.tables, subscriptions, date);
		Map<String, Dossier> dossiers = new LinkedHashMap<>();
		for (String id : ids) {
			Subscription subscription = subscriptions.get(id);
			if (subscription != null) {
				dossiers.put(id, reading.dossier(subscription));
			}
		}
		return dossiers;
	}

	/**
	 * What is known of partners that have no subscription yet.
	 * @param vatIds by partner id
	 */
	public Map<String, Evidence> evidence(Map<String, String> vatIds, LocalDate date) {
		Map<String, VatEvidence> answers = this.tables.vatAnswers().on(date, Set.copyOf(vatIds.values()));
		return vatIds.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> new Evidence(null, answers.getOrDefault(entry.getValue(), VatAnswers.NONE))));
	}

	/**
	 * Writes what changed; what did not change costs nothing.
	 * @param before the facts as they were read, by subscription id; a subscription that
	 * is not among them is new
	 * @param after the facts as they are now
	 * @param date the business date, on which what changed is looked at again
	 */
	public void save(Map<String, Dossier> before, Collection<Dossier> after, LocalDate date) {
		List<DossierChange> changes = after.stream()
			.map((dossier) -> new DossierChange(before.get(dossier.id()), dossier))
			.filter(DossierChange::isOne)
			.toList();
		if (!changes.isEmpty()) {
			this.writer.write(changes, date);
		}
	}

}
