/**
 * Charges cards: intent, call, result, each committed before the next (rules 6.1). What
 * comes in are orders whose attempt is due, what goes out are attempts with their result
 * and, where one succeeded, the term that it paid. An attempt keeps its reference for
 * ever, so sending it again charges nothing twice; what nobody knows is looked up before
 * anything else is charged.
 */
@NullMarked
package dev.perennial.charging;

import org.jspecify.annotations.NullMarked;
