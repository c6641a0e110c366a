package dev.perennial.night;

import dev.perennial.work.ParkingLimit;

/**
 * The numbers of the rules that say when a night stops for a person (rules 1.7, 11.3,
 * 11.5).
 *
 * @param minimum charges or mails up to which a night never waits
 * @param factor times the median of earlier nights up to which it never waits
 * @param nights earlier nights that the median looks at
 * @param lateDays days before today up to which an open date runs by itself
 * @param parking parked items that fail a job
 */
public record NightLimits(int minimum, int factor, int nights, int lateDays, ParkingLimit parking) {
}
