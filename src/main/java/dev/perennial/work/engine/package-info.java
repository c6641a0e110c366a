/**
 * How a frozen plan is worked: threads that take parts, the loop for work on the
 * database, the loop for effects. What comes in are works and parts, what goes out are
 * committed chunks. Running it twice is safe because a chunk, its outcomes and the
 * progress of its part are one transaction under the fence, and because an effect begins
 * only after its claim is committed.
 */
@NullMarked
package dev.perennial.work.engine;

import org.jspecify.annotations.NullMarked;
