package dev.perennial.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code .eml} file says, decoded.
 *
 * @param file where it lies
 * @param messageId the Message-ID with its angle brackets
 * @param to the To header
 * @param subject the subject
 * @param text the plain text, empty where there is none
 * @param html the HTML, empty where there is none
 */
public record MailFile(Path file, String messageId, String to, String subject, String text, String html) {

	/**
	 * Reads one file.
	 * @param file the {@code .eml} file
	 * @return what it says
	 * @throws IOException if it cannot be read or is no mail
	 */
	public static MailFile read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
			Message.RecipientType to = Message.RecipientType.TO;
			String recipient = (message.getRecipients(to) != null) ? message.getRecipients(to)[0].toString() : "";
			return new MailFile(file, orEmpty(message.getMessageID()), recipient, orEmpty(message.getSubject()),
					content(message, "text/plain"), content(message, "text/html"));
		}
		catch (MessagingException ex) {
			throw new IOException("%s is no mail: %s".formatted(file, ex.getMessage()), ex);
		}
	}

	private static String content(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = content(parts.getBodyPart(i), type);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
