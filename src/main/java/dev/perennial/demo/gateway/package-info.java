/**
 * The local card gateway of demo, tests and measurements: the part of Stripe's API that
 * Perennial uses, over HTTP. What comes in are calls with an idempotency key and a token
 * that says how they end; what goes out are Stripe's answers, or silence, and the books,
 * the second witness of what was charged. A key sent again gets the first answer again,
 * also after a restart: every call is in the books before it is answered.
 */
@NullMarked
package dev.perennial.demo.gateway;

import org.jspecify.annotations.NullMarked;
