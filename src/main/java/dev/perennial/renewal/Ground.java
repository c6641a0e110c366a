package dev.perennial.renewal;

/**
 * Why something was decided.
 *
 * @param rule the number of the rule
 * @param text the rule in short, with the values that met it
 */
public record Ground(String rule, String text) {

	@Override
	public String toString() {
		return this.rule + " " + this.text;
	}

}
