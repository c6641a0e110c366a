package dev.perennial.job.verify;

/**
 * Something that must not be.
 *
 * @param id the invariant, such as {@code I14}
 * @param subject what breaks it: a subscription, order, document, notice or run
 * @param detail what is wrong with it, in the words of a person
 */
public record Violation(String id, String subject, String detail) {

	@Override
	public String toString() {
		return "%s %s: %s".formatted(this.id, this.subject, this.detail);
	}

}
