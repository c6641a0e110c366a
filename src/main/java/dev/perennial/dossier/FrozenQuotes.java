package dev.perennial.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.perennial.offer.PriceMissing;
import dev.perennial.order.Quote;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Pricing;
import dev.perennial.renewal.TermNotices;
import dev.perennial.renewal.Tonight;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatAnswer;
import dev.perennial.vat.VatIds;

/**
 * Freezes the price of renewals whose notice went out before they were brought in (rules
 * 2.5).
 */
public class FrozenQuotes {

	private final Dossiers dossiers;

	private final VatIds register;

	private final VatAnswers answers;

	public FrozenQuotes(Dossiers dossiers, VatIds register, VatAnswers answers) {
		this.dossiers = dossiers;
		this.register = register;
		this.answers = answers;
	}

	/**
	 * Freezes the quotes of subscriptions; one whose price or tax is not known now stays
	 * open for the night that needs it.
	 */
	public void freeze(Collection<String> subscriptionIds, Tonight tonight) {
		ask(this.dossiers.read(subscriptionIds, tonight.date()).values(), tonight);
		Map<String, Dossier> before = this.dossiers.read(subscriptionIds, tonight.date());
		List<Dossier> after = new ArrayList<>();
		for (Dossier dossier : before.values()) {
			quote(dossier, tonight).ifPresent((quote) -> after.add(dossier.with(dossier.dealings().with(quote))));
		}
		this.dossiers.save(before, after, tonight.date());
	}

	private void ask(Collection<Dossier> dossiers, Tonight tonight) {
		List<Map.Entry<String, VatAnswer>> asked = dossiers.stream()
			.filter((dossier) -> Pricing.dependsOnVatId(dossier.partner(), tonight))
			.map((dossier) -> dossier.partner().vatId())
			.distinct()
			.map((vatId) -> Map.entry(vatId, this.register.check(vatId)))
			.toList();
		this.answers.store(tonight.date(), asked);
	}

	private static Optional<Quote> quote(Dossier dossier, Tonight tonight) {
		try {
			return (dossier.dealings().quote() != null) ? Optional.empty() : TermNotices.quote(dossier, tonight);
		}
		catch (PriceMissing ex) {
			return Optional.empty();
		}
	}

}
