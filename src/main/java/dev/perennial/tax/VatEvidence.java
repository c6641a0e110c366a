package dev.perennial.tax;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import dev.perennial.vat.VatAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a buyer's VAT id when its tax is decided.
 *
 * @param answer what the register says now
 * @param lastValidOn the last day on which it said VALID, if it ever did
 */
public record VatEvidence(VatAnswer answer, @Nullable LocalDate lastValidOn) {

	/**
	 * The answer that counts on a day: where the register did not answer, its last VALID
	 * serves for a while (rules 5.5).
	 * @param day the business date
	 * @param validDays for how many days an earlier VALID serves
	 */
	public VatAnswer on(LocalDate day, int validDays) {
		boolean recent = this.lastValidOn != null && !this.lastValidOn.isAfter(day)
				&& ChronoUnit.DAYS.between(this.lastValidOn, day) <= validDays;
		return (this.answer == VatAnswer.UNAVAILABLE && recent) ? VatAnswer.VALID : this.answer;
	}

}
