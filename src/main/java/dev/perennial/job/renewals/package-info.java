/**
 * The renewals of a night: claims what is due, charges every card whose attempt is due,
 * and looks up what nobody knows. It leaves orders that are paid, invoiced, waiting or
 * failed. Running it twice is safe because a claimed renewal is not due any more, and an
 * attempt has one reference for ever.
 */
@NullMarked
package dev.perennial.job.renewals;

import org.jspecify.annotations.NullMarked;
