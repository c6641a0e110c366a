package dev.perennial.mail;

import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;

/**
 * A fixed number of connections to the mail server, each kept open for as many mails as
 * the server lets it carry, opened again when it drops them.
 */
public final class MailConnections implements AutoCloseable {

	private final MailSettings settings;

	private final Clock clock;

	private final Runnable right;

	private final Session forMessages = Session.getInstance(new Properties());

	private final BlockingDeque<SmtpDialogue> idle = new LinkedBlockingDeque<>();

	private final MailServer server;

	private final AtomicInteger silences = new AtomicInteger();

	private volatile String lastSilence = "";

	private volatile boolean closed;

	/**
	 * Prepares the connections; the first mail opens the first.
	 * @param settings the sender and the number of connections
	 * @param server the mail server
	 * @param journal where each final dot is written down
	 * @param clock dates the mails
	 * @param right called before each mail, before each dialogue and before each final
	 * dot; throws when nothing may be sent: the caller holds a database transaction open,
	 * which no mail server may keep waiting, or another process took over
	 */
	public MailConnections(MailSettings settings, MailServer server, DeliveryJournal journal, Clock clock,
			Runnable right) {
		this.settings = settings;
		this.server = server;
		this.clock = clock;
		this.right = right;
		DotKeeper dots = new DotKeeper(journal, right);
		for (int i = 0; i < settings.connections(); i++) {
			this.idle.add(server.dialogue(dots));
		}
	}

	/**
	 * Sends one mail, waiting for a connection if all are busy. May be called from many
	 * threads.
	 * @param mail the mail
	 * @return how it ended; nothing here tries a second time
	 * @throws IllegalStateException if a database transaction is open, or after
	 * {@link #close()}; then nothing was sent
	 * @throws RuntimeException if the right to send is lost; then nothing was sent
	 * @throws MailServerSilent if the mail server is down; then nothing was sent, and
	 * whoever tries again begins to count anew
	 * @throws MailJournalUnwritable if the journal is not there to take it down; then
	 * nothing was sent
	 */
	public Delivery send(Outgoing mail) {
		this.right.run();
		String to = MailAddress.inAscii(mail.recipient());
		if (to == null) {
			return new Delivery.RefusedPermanently("'%s' is no address to write to".formatted(mail.recipient()));
		}
		SmtpDialogue dialogue;
		try {
			dialogue = take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Delivery.RefusedTemporarily("interrupted while waiting for a connection");
		}
		try {
			requireServer();
			Delivery delivery = dialogue.deliver(mail, message(mail, to), new InternetAddress(to));
			count(dialogue, delivery);
			return delivery;
		}
		catch (MessagingException ex) {
			throw new IllegalArgumentException("Notice %s cannot be a mail".formatted(mail.noticeId()), ex);
		}
		finally {
			giveBack(dialogue);
		}
	}

	private NoticeMessage message(Outgoing mail, String to) throws MessagingException {
		return new NoticeMessage(this.forMessages, this.settings.sender(), to, mail, this.clock.instant());
	}

	private void count(SmtpDialogue dialogue, Delivery delivery) {
		if (!dialogue.silent()) {
			this.silences.set(0);
		}
		else {
			this.lastSilence = delivery.answer();
			this.silences.incrementAndGet();
		}
	}

	/** Else a server that hangs would be waited for once a mail, which takes days. */
	private void requireServer() {
		int silences = this.silences.get();
		if (silences >= this.settings.giveUpAfter() && this.silences.compareAndSet(silences, 0)) {
			throw new MailServerSilent(this.server.address(), silences, this.lastSilence);
		}
	}

	private SmtpDialogue take() throws InterruptedException {
		if (this.closed) {
			throw new IllegalStateException("The connections to the mail server are closed");
		}
		return this.idle.takeFirst();
	}

	/**
	 * To the front: the connection used last is the least likely to have been dropped.
	 */
	private void giveBack(SmtpDialogue dialogue) {
		this.idle.addFirst(dialogue);
		if (this.closed) {
			close();
		}
	}

	/** Ends the idle connections with QUIT; one in use ends with its mail. */
	@Override
	public void close() {
		this.closed = true;
		for (SmtpDialogue dialogue = this.idle.pollFirst(); dialogue != null; dialogue = this.idle.pollFirst()) {
			try {
				dialogue.close();
			}
			catch (MessagingException ex) {
				// The server went first.
			}
		}
	}

}
