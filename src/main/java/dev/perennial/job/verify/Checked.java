package dev.perennial.job.verify;

import java.util.List;
import java.util.SortedMap;

/**
 * An invariant that was checked.
 *
 * @param invariant what must hold
 * @param violations what breaks it, the first {@value Checks#LISTED}
 * @param found how many do
 * @param leftOut how many items were left out, by the reason for which they are parked or
 * held
 */
public record Checked(Invariant invariant, List<Violation> violations, long found, SortedMap<String, Long> leftOut) {

}
