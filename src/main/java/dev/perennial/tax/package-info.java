/**
 * VAT of a sale (rules 5.4, 5.5). What comes in are the buyer's country, VAT id and the
 * register's answer with the first day of the term; what goes out is a treatment with its
 * rate, or that the tax is unavailable. Pure: the same facts give the same tax.
 */
@NullMarked
package dev.perennial.tax;

import org.jspecify.annotations.NullMarked;
