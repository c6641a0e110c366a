/**
 * Files in: partners, subscriptions and qualifications by command, requests and bank
 * lines by the inbox. In come CSV files, out go typed rows in the database, all of a file
 * or nothing of it. A file of the inbox is known by its content and a subscription by its
 * id, so that nothing is taken twice.
 */
@NullMarked
package dev.perennial.importing;

import org.jspecify.annotations.NullMarked;
