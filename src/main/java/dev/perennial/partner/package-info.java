/**
 * Who buys: registered partners with the address, language and VAT id that invoices and
 * mails take from them. A partner is only ever imported; the night reads.
 */
@NullMarked
package dev.perennial.partner;

import org.jspecify.annotations.NullMarked;
