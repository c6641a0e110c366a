/**
 * Mail to partners. What comes in is a text with its recipient and an identity that never
 * changes, what goes out is one SMTP dialogue and how it ended, as exactly as the client
 * of a mail server can know it (rules 8.4). Nothing here sends by itself: run twice, it
 * sends what it is given twice, so the caller commits before and after, and asks the
 * {@link dev.perennial.mail.DeliveryJournal journal} what a killed process had done.
 */
@NullMarked
package dev.perennial.mail;

import org.jspecify.annotations.NullMarked;
