/**
 * The benchmark: nights over many subscriptions on a server of one's own, and beside them
 * what the server, the mail server and the card gateway could do at best. What comes in
 * are sizes, what goes out is a report. Running it again begins with new schemas.
 */
@NullMarked
package dev.perennial.bench;

import org.jspecify.annotations.NullMarked;
