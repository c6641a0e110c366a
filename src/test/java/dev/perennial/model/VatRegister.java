package dev.perennial.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The VAT id checks of the contract, with the last VALID answer of each id. */
final class VatRegister {

	private final Map<String, LocalDate> lastValid = new HashMap<>();

	/** Whether an id is valid; empty when that cannot be known. */
	Optional<Boolean> valid(String id, LocalDate date) {
		if (id.endsWith("503")) {
			// 5.5: the last VALID serves for 30 days
			LocalDate valid = this.lastValid.getOrDefault(id, LocalDate.MIN);
			return valid.isBefore(date.minusDays(30)) ? Optional.empty() : Optional.of(true);
		}
		if (id.endsWith("404")) {
			return Optional.of(false);
		}
		this.lastValid.put(id, date); // 5.5: stored with the day
		return Optional.of(true);
	}

}
