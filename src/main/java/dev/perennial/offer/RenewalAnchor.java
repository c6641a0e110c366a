package dev.perennial.offer;

/** From which date the terms of a manual renewal are computed (rules 4.3). */
public enum RenewalAnchor {

	/** The day of the order: "renews each year on this date". */
	ORDER_DATE,

	/** The old anchor: the new term starts on the day after the old one ended. */
	CONTIGUOUS

}
