/**
 * Decides about many things of one night that must be taken one after another: requests
 * and bank lines. In come the facts as they were before the first, out go the facts as
 * the last left them, and an answer each. Nothing is kept but these, so working off the
 * same things again gives the same answers.
 */
@NullMarked
package dev.perennial.renewal.desk;

import org.jspecify.annotations.NullMarked;
