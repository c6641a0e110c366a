/**
 * The intake of a night: stores what lies in the inbox, looks up what nobody knows of
 * charges, matches bank lines and works off requests. It leaves orders, switches and
 * holds; it charges nothing and mails nobody. Running it twice is safe because a file is
 * known by its content, and a stored row is answered once.
 */
@NullMarked
package dev.perennial.job.intake;

import org.jspecify.annotations.NullMarked;
