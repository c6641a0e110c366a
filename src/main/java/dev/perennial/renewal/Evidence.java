package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.tax.VatEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a partner.
 *
 * @param qualifiedOn the day of the newest passed check for the offer (rules 2.6)
 * @param vatId what the register said about the VAT id (rules 5.5)
 */
public record Evidence(@Nullable LocalDate qualifiedOn, VatEvidence vatId) {

}
