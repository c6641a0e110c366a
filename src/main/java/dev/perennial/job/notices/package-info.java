/**
 * The notices of a night: plans what is to be said, and mails it. It leaves notices that
 * are sent, or say why not. Running it twice is safe because a notice exists once per
 * key, and is SENDING before the mail server hears of it.
 */
@NullMarked
package dev.perennial.job.notices;

import org.jspecify.annotations.NullMarked;
