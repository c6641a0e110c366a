/**
 * The windows of a night: orders that were not paid in time expire, terms that ended
 * unrenewed open a window, and what was not renewed in it lapses. Running it twice is
 * safe because each is a state that is left once.
 */
@NullMarked
package dev.perennial.job.windows;

import org.jspecify.annotations.NullMarked;
