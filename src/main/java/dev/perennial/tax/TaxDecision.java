package dev.perennial.tax;

/** The tax of a sale, or that it cannot be known now. */
public sealed interface TaxDecision {

	/**
	 * The tax is known.
	 *
	 * @param treatment how the sale is taxed
	 * @param rate at what rate; zero for REVERSE_CHARGE and OUT_OF_SCOPE
	 */
	record Taxed(TaxTreatment treatment, TaxRate rate) implements TaxDecision {

	}

	/**
	 * The item is held as TAX_UNAVAILABLE (rules 5.4, 5.5).
	 *
	 * @param why what is missing, for a person to read
	 */
	record TaxUnavailable(String why) implements TaxDecision {

	}

}
