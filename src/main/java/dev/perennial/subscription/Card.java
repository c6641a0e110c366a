package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A card, by name only: its gateway token stands in one column that nothing but a charge
 * reads (rules 11.9).
 *
 * @param id names the card
 * @param expiresOn the last day of its month
 */
public record Card(String id, @Nullable LocalDate expiresOn) {

}
