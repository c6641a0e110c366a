package dev.perennial.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.perennial.mail.MailFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	@TempDir
	Path folder;

	@Test
	void laysEveryMailIntoTheFolderBeforeItSaysThatItTookIt() throws IOException {
		try (Mailbox mailbox = new Mailbox(0, this.folder)) {
			send(mailbox, "<a1@example.com>", "anybody@nowhere.example", "One");
			send(mailbox, "<../../b 2@example.com>", "else@nowhere.example", "Two");
			assertThat(mailbox.messages()).extracting(MailFile::subject).containsExactly("One", "Two");
			assertThat(mailbox.messages()).extracting(MailFile::to)
				.containsExactly("anybody@nowhere.example", "else@nowhere.example");
			assertThat(names()).containsExactly("000001-a1@example.com.eml", "000002-....b2@example.com.eml");
		}
	}

	@Test
	void numberingGoesOnInTheSameFolder() throws IOException {
		try (Mailbox mailbox = new Mailbox(0, this.folder)) {
			send(mailbox, "<a@example.com>", "x@nowhere.example", "One");
		}
		try (Mailbox mailbox = new Mailbox(0, this.folder)) {
			send(mailbox, "<a@example.com>", "x@nowhere.example", "Two");
			assertThat(Mailbox.messages(this.folder)).extracting(MailFile::subject).containsExactly("One", "Two");
		}
	}

	private Stream<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList().stream();
		}
	}

	private static void send(Mailbox mailbox, String messageId, String to, String subject) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", mailbox.port())) {
			say(socket, "");
			say(socket, "HELO test\r\n");
			say(socket, "MAIL FROM:<sender@example.com>\r\n");
			say(socket, "RCPT TO:<" + to + ">\r\n");
			say(socket, "DATA\r\n");
			String answer = say(socket,
					"Message-ID: " + messageId + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\nText\r\n.\r\n");
			assertThat(answer).startsWith("250");
		}
	}

	private static String say(Socket socket, String line) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(line.getBytes(StandardCharsets.US_ASCII));
		InputStream in = socket.getInputStream();
		StringBuilder answer = new StringBuilder();
		while (answer.indexOf("\n") < 0) {
			answer.append((char) in.read());
		}
		return answer.toString();
	}

}
