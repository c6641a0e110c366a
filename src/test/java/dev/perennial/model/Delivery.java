package dev.perennial.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What lies there before a night.
 *
 * @param inbox the rows of each inbox file, by its name
 * @param decisions what a person decided, by support request
 */
record Delivery(SortedMap<String, List<Map<String, String>>> inbox, Map<String, String> decisions) {
}
