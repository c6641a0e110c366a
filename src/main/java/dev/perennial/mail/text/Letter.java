package dev.perennial.mail.text;

import java.util.Locale;

/**
 * A mail in one language, ready to go.
 *
 * @param locale its language
 * @param subject one line
 * @param text the plain text
 * @param html the same as HTML
 */
public record Letter(Locale locale, String subject, String text, String html) {

}
