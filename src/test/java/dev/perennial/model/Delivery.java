package dev.perennial.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What lies there before a night.
 *
 * @param inbox the rows of each inbox file, by its name
 * @param byHand what a person did, as rows of by-hand.csv
 */
record Delivery(SortedMap<String, List<Map<String, String>>> inbox, List<Map<String, String>> byHand) {
}
