package dev.perennial.chaos;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.SocketFactory;

/**
 * Sockets on which each mail has four kill points: before it begins, before and after its
 * final dot, and when the answer to the dot has been read.
 */
final class CountedDialogues extends SocketFactory {

	private final KillPoints points;

	CountedDialogues(KillPoints points) {
		this.points = points;
	}

	@Override
	public Socket createSocket() {
		return new Dialogue(this.points);
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

	private static final class Dialogue extends Socket {

		private final KillPoints points;

		private volatile boolean dotSent;

		Dialogue(KillPoints points) {
			this.points = points;
		}

		@Override
		public OutputStream getOutputStream() throws IOException {
			return new FilterOutputStream(super.getOutputStream()) {
				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					send(this.out, new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
				}
			};
		}

		private void send(OutputStream server, String text) throws IOException {
			// A line of the text that begins with a dot is sent with two.
			boolean dot = text.equals(".\r\n") || text.endsWith("\r\n.\r\n");
			if (text.startsWith("MAIL FROM")) {
				this.points.pass("before smtp mail");
			}
			if (dot) {
				this.points.pass("before smtp dot");
			}
			server.write(text.getBytes(StandardCharsets.ISO_8859_1));
			if (dot) {
				this.dotSent = true;
				this.points.pass("after smtp dot");
			}
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(super.getInputStream()) {
				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					int read = super.read(bytes, offset, length);
					if (Dialogue.this.dotSent) {
						Dialogue.this.dotSent = false;
						Dialogue.this.points.pass("after smtp answer");
					}
					return read;
				}
			};
		}

	}

}
