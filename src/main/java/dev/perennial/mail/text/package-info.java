/**
 * What mails say. What comes in are a notice code, the partner's language and the facts,
 * what goes out are a subject, a text and its HTML; the same facts give the same words.
 * Sentences stand in the bundles under {@code mail/}, their order in
 * {@link dev.perennial.mail.text.Letters}; data never becomes markup or a line of its
 * own. The templates see which texts there are, never what they say (decision 0076).
 */
@NullMarked
package dev.perennial.mail.text;

import org.jspecify.annotations.NullMarked;
