package dev.perennial.vat;

/** What a register of VAT ids says about one (rules 5.5). */
public enum VatAnswer {

	/** It exists and may be used for supplies inside the EU. */
	VALID,

	/** It does not exist, or is not formed as its country forms them. */
	INVALID,

	/** Nobody could say: the register did not answer. */
	UNAVAILABLE

}
