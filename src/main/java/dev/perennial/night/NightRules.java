package dev.perennial.night;

/**
 * The rules in force, which the night stores at its first start without knowing them
 * (rules 1.1).
 */
public interface NightRules {

	/** Price list, rates and settings as they stand now. */
	String text();

	/** The numbers that the night itself needs, from a text as it was stored. */
	NightLimits limits(String text);

}
