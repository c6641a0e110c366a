/**
 * Money as whole minor units of an ISO 4217 currency (rules 5.1). What comes in are
 * digits and rates, what goes out are amounts rounded HALF_UP to the currency's step;
 * nothing here has a state.
 */
@NullMarked
package dev.perennial.money;

import org.jspecify.annotations.NullMarked;
