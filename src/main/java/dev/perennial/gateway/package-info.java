/**
 * The card gateway: Stripe's PaymentIntents API through Stripe's own Java client, which
 * is imported nowhere else. What comes in is a frozen request that was committed before,
 * and the card's token; what goes out is one of four outcomes (rules 6.2) and never an
 * exception that carries a token. Calling twice is safe because the merchant reference is
 * the idempotency key and the bytes are a function of the frozen request; beyond the
 * key's retention nothing is sent again, only looked up.
 */
@NullMarked
package dev.perennial.gateway;

import org.jspecify.annotations.NullMarked;
