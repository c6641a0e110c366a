package dev.perennial.mail;

import java.io.IOException;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DialogueSocketsTests {

	@Test
	void theFinalDotDoesNotWaitUntilTheTextIsAcknowledged() throws IOException {
		try (Socket socket = new DialogueSockets().createSocket()) {
			assertThat(socket.getTcpNoDelay()).isTrue();
		}
	}

}
