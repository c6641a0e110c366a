package dev.perennial.mail;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the socket of one connection, because Jakarta Mail knows one read time-out
 * for all answers and the one to the final dot deserves more patience than the others.
 */
final class DialogueSockets extends SocketFactory {

	private @Nullable Socket socket;

	@Override
	public Socket createSocket() throws SocketException {
		Socket fresh = new Socket();
		// The text and its final dot are two writes: without it the dot waits for the
		// delayed acknowledgement of the text, 40 ms a mail.
		fresh.setTcpNoDelay(true);
		this.socket = fresh;
		return fresh;
	}

	void answerWithin(Duration patience) throws SocketException {
		if (this.socket != null) {
			this.socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
		}
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException("Jakarta Mail connects by itself");
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException("Jakarta Mail connects by itself");
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException("Jakarta Mail connects by itself");
	}

	@Override
	public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
		throw new UnsupportedOperationException("Jakarta Mail connects by itself");
	}

}
