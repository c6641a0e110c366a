package dev.perennial.subscription;

/** How a term came to be. */
public enum TermOrigin {

	/** Brought in from elsewhere, counts as paid (rules 2.4). */
	IMPORT,

	/** The first term of a bought subscription. */
	PURCHASE,

	/** Renewed by the partner in the window. */
	MANUAL,

	/** Renewed by itself. */
	AUTO

}
