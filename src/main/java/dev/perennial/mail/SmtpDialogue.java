package dev.perennial.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * One connection to the mail server, which knows exactly how far each mail came: only a
 * final dot without an answer leaves a doubt (rules 8.4).
 */
final class SmtpDialogue extends SMTPTransport {

	private final MailServer server;

	private final DotKeeper dots;

	private final DialogueSockets sockets;

	private @Nullable Outgoing mail;

	private @Nullable SMTPOutputStream body;

	private @Nullable Delivery refusal;

	private @Nullable Delivery end;

	/** Whether the last mail went well, so that the next finds the server waiting. */
	private boolean kept;

	/** Whether the server took the sender. */
	private boolean begun;

	private boolean silent;

	private @Nullable RuntimeException forbidden;

	SmtpDialogue(MailServer server, Session session, DotKeeper dots, DialogueSockets sockets) {
		super(session, null, server.protocol(), server.protocol().equals("smtps"));
		this.server = server;
		this.dots = dots;
		this.sockets = sockets;
	}

	/**
	 * Sends one mail, over a new connection where the old one is dead.
	 * @param mail as the journal has it
	 * @param message the same on the wire
	 * @param to its one recipient
	 * @return how it ended
	 * @throws MailJournalUnwritable if it could not be taken down, and went nowhere
	 * @throws RuntimeException if it must not be sent any more, and went nowhere
	 */
	synchronized Delivery deliver(Outgoing mail, NoticeMessage message, Address to) {
		this.mail = mail;
		if (this.kept) {
			// Without asking first whether it still is there: each mail would wait for
			// one answer more.
			Delivery delivery = attempt(message, to);
			if (!wasDropped()) {
				return delivery;
			}
		}
		try {
			if (!isConnected()) {
				this.server.connect(this);
			}
		}
		catch (MessagingException | RuntimeException ex) {
			this.silent = true;
			return new Delivery.RefusedTemporarily("no connection to the mail server: " + rootOf(ex));
		}
		return attempt(message, to);
	}

	private Delivery attempt(NoticeMessage message, Address to) {
		this.dots.requireRight();
		this.silent = false;
		this.begun = false;
		this.refusal = null;
		this.end = null;
		this.forbidden = null;
		this.kept = false;
		try {
			sendMessage(message, new Address[] { to });
			this.kept = true;
			return Objects.requireNonNull(this.end, "sent without a dot");
		}
		catch (MessagingException | RuntimeException ex) {
			return judge(ex);
		}
	}

	/**
	 * Whether the server had ended the connection before the mail, of which it then knows
	 * nothing.
	 */
	private boolean wasDropped() {
		return !this.begun && (this.refusal == null || this.refusal.answer().startsWith("421"));
	}

	/** Whether the last mail got no answer that says anything about it. */
	synchronized boolean silent() {
		return this.silent;
	}

	private Delivery judge(Exception ex) {
		if (this.forbidden != null) {
			throw this.forbidden;
		}
		this.silent = this.refusal == null;
		if (this.end instanceof Delivery.Doubtful) {
			return new Delivery.Doubtful("lost after the final dot: " + rootOf(ex));
		}
		if (this.end != null) {
			return this.end;
		}
		return (this.refusal != null) ? this.refusal
				: new Delivery.RefusedTemporarily("lost before the final dot: " + rootOf(ex));
	}

	@Override
	protected void mailFrom() throws MessagingException {
		super.mailFrom();
		this.begun = true;
	}

	@Override
	protected OutputStream data() throws MessagingException {
		this.body = (SMTPOutputStream) super.data();
		return this.body;
	}

	/**
	 * Replaces the original, which after a refusal sends RSET and loses the refusal when
	 * that fails.
	 */
	@Override
	protected void finishData() throws IOException, MessagingException {
		Objects.requireNonNull(this.body).ensureAtBOL();
		this.sockets.answerWithin(this.server.timeouts().dot());
		takeDown();
		this.end = new Delivery.Doubtful("no answer to the final dot");
		this.end = said(simpleCommand("."));
		if (this.end instanceof Delivery.Doubtful) {
			throw new IOException("no SMTP answer but '%s'".formatted(getLastServerResponse().strip()));
		}
		this.dots.answered(mail(), this.end instanceof Delivery.Accepted);
		this.sockets.answerWithin(this.server.timeouts().answer());
	}

	private void takeDown() throws IOException {
		try {
			this.dots.take(mail());
		}
		catch (RuntimeException ex) {
			this.forbidden = ex;
			// Ends the connection, and with it the text that waits for its dot.
			throw new IOException(ex);
		}
	}

	private Outgoing mail() {
		return Objects.requireNonNull(this.mail);
	}

	/** Keeps the first refusal: what fails after it is only the tidying up. */
	@Override
	protected int readServerResponse() throws MessagingException {
		int code = super.readServerResponse();
		if (this.refusal == null && (code / 100 == 4 || code / 100 == 5)) {
			this.refusal = said(code);
		}
		return code;
	}

	private Delivery said(int code) {
		String answer = getLastServerResponse();
		return switch (code / 100) {
			case 2 -> new Delivery.Accepted(answer);
			case 4 -> new Delivery.RefusedTemporarily(answer);
			case 5 -> new Delivery.RefusedPermanently(answer);
			default -> new Delivery.Doubtful(answer);
		};
	}

	private static String rootOf(Throwable ex) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(ex);
		return root.getClass().getSimpleName() + ": " + root.getMessage();
	}

}
