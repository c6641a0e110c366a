package dev.perennial.importing;

import java.time.LocalDate;

/**
 * A check of what an offer needs (rules 2.6).
 *
 * @param partnerId who was checked
 * @param offer for which offer
 * @param checkedOn when
 * @param passed with which result
 */
record Qualification(String partnerId, String offer, LocalDate checkedOn, boolean passed) {

}
