package dev.perennial.job.notices;

import dev.perennial.mail.DeliveryJournal;
import dev.perennial.mail.MailSettings;

/**
 * Who sends.
 *
 * @param settings the sender, whose domain names the messages
 * @param journal where this process writes down each final dot
 */
record Senders(MailSettings settings, DeliveryJournal journal) {

}
