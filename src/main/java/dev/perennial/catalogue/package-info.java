/**
 * The catalogue of a night: offers and prices, seller, tax rates. What comes in are the
 * texts of three YAML files, from their folder or as a night stored them at its first
 * start; what goes out are the values that the decisions use. Reading the same texts
 * again gives the same catalogue, whatever the files say by then (rules 1.1).
 */
@NullMarked
package dev.perennial.catalogue;

import org.jspecify.annotations.NullMarked;
