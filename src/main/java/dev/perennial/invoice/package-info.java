/**
 * Issued documents: invoices and credit notes, numbered without a gap and never changed
 * (rules 9). What happens to an invoice later, money above all, stands beside it. A
 * document is a function of its order, so writing it again writes the same.
 */
@NullMarked
package dev.perennial.invoice;

import org.jspecify.annotations.NullMarked;
