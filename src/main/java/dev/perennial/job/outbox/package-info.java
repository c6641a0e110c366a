/**
 * The outbox of a night: writes what finance and others take from it, and marks the batch
 * as delivered. It leaves a folder that is complete or not there. Running it twice is
 * safe because the files are a function of rows that do not change any more: the same
 * rows give the same bytes.
 */
@NullMarked
package dev.perennial.job.outbox;

import org.jspecify.annotations.NullMarked;
