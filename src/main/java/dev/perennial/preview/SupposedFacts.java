package dev.perennial.preview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.perennial.dossier.Dossiers;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.tax.VatAnswers;
import dev.perennial.tax.VatEvidence;
import dev.perennial.vat.VatAnswer;

/**
 * The stored facts, with what is supposed of the VAT register: where it was not asked in
 * a night yet, it answers as it did last, and VALID if it never did (rules 11.2).
 */
class SupposedFacts {

	private final Dossiers dossiers;

	private final VatAnswers answers;

	SupposedFacts(Dossiers dossiers, VatAnswers answers) {
		this.dossiers = dossiers;
		this.answers = answers;
	}

	/** The facts of subscriptions by id; unknown ids are left out. */
	Map<String, Dossier> read(Collection<String> ids, LocalDate date) {
		Map<String, Dossier> stored = this.dossiers.read(ids, date);
		Register register = register(stored.values().stream().map((one) -> one.partner().vatId()).toList(), date);
		Map<String, Dossier> supposed = new LinkedHashMap<>();
		stored.forEach((id, dossier) -> supposed.put(id,
				new Dossier(dossier.partner(), dossier.contract(), dossier.instructions(), dossier.dealings(),
						register.on(dossier.partner().vatId(), dossier.evidence()), dossier.notices())));
		return supposed;
	}

	/** What is known of partners that have no subscription yet, by partner id. */
	Map<String, Evidence> evidence(Map<String, Partner> partners, LocalDate date) {
		Map<String, String> vatIds = new LinkedHashMap<>();
		partners.forEach((id, partner) -> vatIds.put(id, partner.vatId()));
		Register register = register(vatIds.values(), date);
		Map<String, Evidence> evidence = new LinkedHashMap<>();
		this.dossiers.evidence(vatIds, date)
			.forEach((id, known) -> evidence.put(id, register.on(String.valueOf(vatIds.get(id)), known)));
		return evidence;
	}

	private Register register(Collection<String> vatIds, LocalDate date) {
		Set<String> ids = new TreeSet<>(vatIds);
		ids.remove("");
		return new Register(this.answers.askedOn(date, ids), this.answers.lastBefore(date, ids));
	}

	/** What the register said, and is supposed to say. */
	private record Register(Set<String> asked, Map<String, VatAnswer> last) {

		Evidence on(String vatId, Evidence known) {
			if (vatId.isEmpty() || this.asked.contains(vatId)) {
				return known;
			}
			VatAnswer answer = this.last.getOrDefault(vatId, VatAnswer.VALID);
			return new Evidence(known.qualifiedOn(), new VatEvidence(answer, known.vatId().lastValidOn()));
		}

	}

}
