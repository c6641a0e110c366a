/**
 * The commands, one class each. What comes in are the arguments, what goes out are facts
 * on stdout, progress and errors on stderr, and an exit code. Running twice is safe
 * because nothing is written here but what a person asked for (retry, end of a request,
 * stop), under the lease or in one row; all else is the night's. The demo begins on an
 * emptied folder.
 */
@NullMarked
package dev.perennial.cli;

import org.jspecify.annotations.NullMarked;
