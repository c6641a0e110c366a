package dev.perennial.job.notices;

import dev.perennial.mail.Delivery;

/**
 * One dialogue with the mail server.
 *
 * @param recipient the address
 * @param delivery how it ended
 */
record Dialogue(String recipient, Delivery delivery) {

}
