package dev.perennial.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the house, with the class that breaks it on purpose.
 *
 * @param rule what must hold
 * @param offender the wrong class, below the package of wrong classes
 */
public record Breach(ArchRule rule, String offender) {

	@Override
	public String toString() {
		return this.rule.getDescription();
	}

}
