package dev.perennial.preview.fold;

/** What is supposed of the outside world, which is not asked (rules 11.2). */
public enum Supposition {

	/** A charge succeeds. */
	IF_PAID,

	/** The register answers about a VAT id as it did last, VALID if it never did. */
	IF_VAT_ANSWERED

}
