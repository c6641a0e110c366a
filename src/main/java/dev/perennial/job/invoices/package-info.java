/**
 * The invoices of a night: documents are validated, then numbered in one block, issued,
 * and put into the night's batch. It leaves issued documents that never change. Running
 * it twice is safe because the plan of the numbers is frozen with their block, and a
 * document's number follows from its place in it.
 */
@NullMarked
package dev.perennial.job.invoices;

import org.jspecify.annotations.NullMarked;
