/**
 * Checks of VAT ids against a register (rules 5.5). What comes in is a VAT id, what goes
 * out is VALID, INVALID or UNAVAILABLE and never an exception. Asking twice changes
 * nothing: whoever asks stores the answer with its day.
 */
@NullMarked
package dev.perennial.vat;

import org.jspecify.annotations.NullMarked;
