package dev.perennial.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * The MIME form of a mail: text and HTML as alternatives, in UTF-8, under our Message-ID.
 */
final class NoticeMessage extends MimeMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	static {
		// Not named, it is searched for in all jars of the class path, for each part of
		// each message.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final String messageId;

	NoticeMessage(Session session, InternetAddress from, String to, Outgoing mail, Instant now)
			throws MessagingException {
		super(session);
		this.messageId = mail.messageId();
		setFrom(from);
		setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		setSubject(mail.subject(), UTF_8);
		setSentDate(Date.from(now));
		setHeader("Content-Language", mail.locale().toLanguageTag());
		// Keeps holiday answers away (RFC 3834).
		setHeader("Auto-Submitted", "auto-generated");
		setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
		saveChanges();
	}

	private static MimeBodyPart part(String content, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(content, UTF_8, subtype);
		return part;
	}

	/** Each saving of the message would put a new Message-ID in its place. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
