package dev.perennial.tax;

import java.time.LocalDate;
import java.util.Set;

import dev.perennial.tax.TaxDecision.TaxUnavailable;
import dev.perennial.tax.TaxDecision.Taxed;
import dev.perennial.vat.VatAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Decides the tax of a sale (rules 5.4).
 *
 * @param sellerCountry the ISO 3166 code of the seller's country
 * @param rates the standard rates by country and day
 */
public record Tax(String sellerCountry, TaxRates rates) {

	/**
	 * Whether the tax of a buyer depends on a check of the VAT id, so that the register
	 * must be asked: a buyer in another EU country with an EU VAT id that is not of the
	 * seller's country.
	 */
	public boolean dependsOnVatId(Buyer buyer) {
		if (buyer.country().equals(this.sellerCountry) || !EuVatArea.contains(buyer.country())) {
			return false;
		}
		return buyer.vatId() != null && EuVatArea.countryOf(buyer.vatId())
			.filter((country) -> !country.equals(this.sellerCountry))
			.isPresent();
	}

	/** The countries of buyers whose tax can depend on a VAT id. */
	public Set<String> countriesWhereVatIdsCount() {
		return EuVatArea.others(this.sellerCountry);
	}

	/**
	 * The tax of a sale.
	 * @param buyer who buys
	 * @param vatId the answer about the buyer's VAT id that counts, see
	 * {@link VatEvidence#on}; read only where {@link #dependsOnVatId}
	 * @param firstDay the first day of the term, whose rate counts
	 * @return treatment and rate, or TAX_UNAVAILABLE where a rate or the register's
	 * answer is missing
	 */
	public TaxDecision decide(Buyer buyer, VatAnswer vatId, LocalDate firstDay) {
		if (buyer.country().equals(this.sellerCountry)) {
			return at(TaxTreatment.DOMESTIC, buyer, firstDay);
		}
		if (!EuVatArea.contains(buyer.country())) {
			return new Taxed(TaxTreatment.OUT_OF_SCOPE, TaxRate.ZERO);
		}
		if (!dependsOnVatId(buyer)) {
			return at(TaxTreatment.EU_BUYER_RATE, buyer, firstDay);
		}
		return switch (vatId) {
			case VALID -> new Taxed(TaxTreatment.REVERSE_CHARGE, TaxRate.ZERO);
			case INVALID -> at(TaxTreatment.EU_BUYER_RATE, buyer, firstDay);
			case UNAVAILABLE ->
				new TaxUnavailable("the register does not answer about VAT id %s, and no recent answer VALID is stored"
					.formatted(buyer.vatId()));
		};
	}

	private TaxDecision at(TaxTreatment treatment, Buyer buyer, LocalDate firstDay) {
		return this.rates.rateOn(buyer.country(), firstDay)
			.<TaxDecision>map((rate) -> new Taxed(treatment, rate))
			.orElseGet(() -> new TaxUnavailable(
					"tax.yaml has no rate of %s for %s; add it".formatted(buyer.country(), firstDay)));
	}

	/**
	 * Who buys, as far as tax goes.
	 *
	 * @param country the ISO 3166 code
	 * @param vatId with its prefix, if the buyer has one
	 */
	public record Buyer(String country, @Nullable String vatId) {

	}

}
