package dev.perennial.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

import org.springframework.util.FastByteArrayOutputStream;

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

	/**
	 * Encoded here as a whole: the part itself would hand on one byte after the other,
	 * through all layers of the connection.
	 */
	private static MimeBodyPart part(String content, String subtype) throws MessagingException {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		String type = "text/%s; charset=%s".formatted(subtype, UTF_8);
		String encoding = MimeUtility.getEncoding(new ByteArrayDataSource(bytes, type));
		InternetHeaders headers = new InternetHeaders();
		headers.setHeader("Content-Type", type);
		headers.setHeader("Content-Transfer-Encoding", encoding);
		return new MimeBodyPart(headers, encoded(bytes, encoding));
	}

	private static byte[] encoded(byte[] bytes, String encoding) throws MessagingException {
		// One that does not lock for each byte, which is all that the encoders hand on.
		FastByteArrayOutputStream encoded = new FastByteArrayOutputStream(2 * bytes.length);
		try (OutputStream encoder = MimeUtility.encode(encoded, encoding)) {
			encoder.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return encoded.toByteArrayUnsafe();
	}

	/** Each saving of the message would put a new Message-ID in its place. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
