/**
 * The inbox: requests of partners and lines of bank statements. In come the files that
 * lie there, out go stored rows that wait for their day. A file is known by its content,
 * so one that is delivered twice, or that a killed night stored and did not move, is only
 * moved.
 */
@NullMarked
package dev.perennial.importing.inbox;

import org.jspecify.annotations.NullMarked;
