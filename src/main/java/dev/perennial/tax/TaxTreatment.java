package dev.perennial.tax;

/** How a sale is taxed (rules 5.4). */
public enum TaxTreatment {

	/** The buyer is in the seller's country: its rate, whatever VAT id the buyer has. */
	DOMESTIC,

	/** A business in another EU country owes the tax itself: zero here. */
	REVERSE_CHARGE,

	/** A buyer in another EU country without such a VAT id: the rate of that country. */
	EU_BUYER_RATE,

	/** A buyer outside the EU VAT area: zero. */
	OUT_OF_SCOPE

}
