/**
 * What was delivered and stored, and waits for a night: requests of partners and bank
 * lines, read in the order in which they are taken, and answered. A row that has its
 * answer is not read again.
 */
@NullMarked
package dev.perennial.dossier.waiting;

import org.jspecify.annotations.NullMarked;
