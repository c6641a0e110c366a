/**
 * What the seller offers: offers with their policies and names, net list prices by
 * currency and day, and the seller itself. What comes in are the entries of the
 * catalogue, what goes out are prices of a day. Nothing here has a state: the same
 * catalogue gives the same price however often it is asked.
 */
@NullMarked
package dev.perennial.offer;

import org.jspecify.annotations.NullMarked;
