/**
 * Orders: a renewal or purchase that was claimed, with its frozen amounts and its
 * attempts to charge a card. Names are made of what they name (rules 11.8), so a killed
 * night makes the same ones again, and the schema refuses a second.
 */
@NullMarked
package dev.perennial.order;

import org.jspecify.annotations.NullMarked;
