package dev.perennial.job.verify;

import java.time.LocalDate;
import java.util.List;

/**
 * What the checks of a business date found.
 *
 * @param businessDate the night that was worked last
 * @param checked each invariant, in the order of their names
 */
public record Findings(LocalDate businessDate, List<Checked> checked) {

	/** How many violations there are, listed or not. */
	public long found() {
		return this.checked.stream().mapToLong(Checked::found).sum();
	}

	/** The violations that are listed. */
	public List<Violation> violations() {
		return this.checked.stream().flatMap((one) -> one.violations().stream()).toList();
	}

	/** The invariants that left something out. */
	public List<Checked> withLeftOut() {
		return this.checked.stream().filter((one) -> !one.leftOut().isEmpty()).toList();
	}

}
