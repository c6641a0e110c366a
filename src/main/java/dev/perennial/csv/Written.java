package dev.perennial.csv;

import java.util.SortedMap;

import dev.perennial.money.Money;

/**
 * A file that was written, with its control totals.
 *
 * @param name the name of the file
 * @param rows how many rows it has, the header not counted
 * @param sums the sum of its amounts per currency
 * @param sha256 64 hex digits over its bytes
 */
public record Written(String name, long rows, SortedMap<String, Money> sums, String sha256) {

}
