package dev.perennial.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that behaves as the test wants at each point of the dialogue.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

	/** The points at which a client waits for an answer. */
	public enum At {

		GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, DOT, RSET, QUIT

	}

	/** What the server does instead of the good answer. */
	public interface Act {

		/** Returns false to drop the connection. */
		boolean on(OutputStream out) throws IOException, InterruptedException;

		static Act reply(String line) {
			return (out) -> {
				out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
				return true;
			};
		}

		static Act replyAndDrop(String text) {
			return (out) -> {
				out.write(text.getBytes(StandardCharsets.US_ASCII));
				return false;
			};
		}

		/** Does so with the first client, and well with all others. */
		static Act once(Act act) {
			AtomicBoolean done = new AtomicBoolean();
			return (out) -> done.getAndSet(true) ? reply("250 ok").on(out) : act.on(out);
		}

		static Act drop() {
			return (out) -> false;
		}

		static Act hang() {
			return (out) -> {
				Thread.sleep(60_000);
				return false;
			};
		}

	}

	private static final Map<At, String> GOOD = Map.of(At.GREETING, "220 ready", At.EHLO, "250 hello", At.STARTTLS,
			"220 go on", At.MAIL, "250 ok", At.RCPT, "250 ok", At.DATA, "354 go on", At.DOT, "250 taken", At.RSET,
			"250 ok", At.QUIT, "221 bye");

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final Map<At, Act> script = Collections.synchronizedMap(new EnumMap<>(At.class));

	private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

	private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

	final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

	final List<String> commands = Collections.synchronizedList(new ArrayList<>());

	private volatile @Nullable SSLContext certificate;

	private volatile boolean byteByByte;

	private volatile int dropAfterBodyLines = Integer.MAX_VALUE;

	public ScriptedSmtpServer() throws IOException {
		start(this::accept);
	}

	public ScriptedSmtpServer when(At point, Act act) {
		this.script.put(point, act);
		return this;
	}

	ScriptedSmtpServer wellAgain() {
		this.script.clear();
		this.dropAfterBodyLines = Integer.MAX_VALUE;
		return this;
	}

	ScriptedSmtpServer dropAfterBodyLines(int lines) {
		this.dropAfterBodyLines = lines;
		return this;
	}

	/** Offers STARTTLS with a certificate. */
	ScriptedSmtpServer startTls(SSLContext certificate) {
		this.certificate = certificate;
		return when(At.EHLO, Act.reply("250-hello\r\n250 STARTTLS"));
	}

	/** Gives the good answers in two lines and in packets of one byte. */
	ScriptedSmtpServer byteByByte() {
		this.byteByByte = true;
		return this;
	}

	public int port() {
		return this.listener.getLocalPort();
	}

	int connections() {
		return this.sockets.size();
	}

	private void accept() throws IOException {
		while (true) {
			Socket socket = this.listener.accept();
			if (this.listener.isClosed()) {
				// On a busy machine the last accept outlives the close
				socket.close();
				return;
			}
			this.sockets.add(socket);
			start(() -> talk(socket));
		}
	}

	private void talk(Socket socket) throws IOException, InterruptedException {
		try (socket) {
			if (answer(At.GREETING, socket.getOutputStream())) {
				converse(socket);
			}
		}
	}

	private void converse(Socket socket) throws IOException, InterruptedException {
		OutputStream out = socket.getOutputStream();
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 64);
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			this.commands.add(line);
			At point = At.valueOf(line.split("[ :]")[0]);
			if (!answer(point, out) || (point == At.DATA && this.goesOn(out, in)) || point == At.QUIT) {
				return;
			}
			SSLContext shown = this.certificate;
			if (point == At.STARTTLS && shown != null) {
				SSLSocket secure = (SSLSocket) shown.getSocketFactory().createSocket(socket, null, true);
				secure.setUseClientMode(false);
				converse(secure);
				return;
			}
		}
	}

	/** Reads the body and answers the dot; true if the connection ends here. */
	private boolean goesOn(OutputStream out, BufferedReader in) throws IOException, InterruptedException {
		if (this.script.containsKey(At.DATA)) {
			return false;
		}
		StringBuilder body = new StringBuilder();
		int lines = 0;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.equals(".")) {
				this.bodies.add(body.toString());
				return !answer(At.DOT, out);
			}
			body.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
			if (++lines >= this.dropAfterBodyLines) {
				return true;
			}
		}
		return true;
	}

	private boolean answer(At point, OutputStream out) throws IOException, InterruptedException {
		Act act = this.script.get(point);
		if (act != null) {
			return act.on(out);
		}
		String good = GOOD.getOrDefault(point, "");
		if (!this.byteByByte) {
			return Act.reply(good).on(out);
		}
		for (byte b : (good.substring(0, 3) + "-in two\r\n" + good + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
			out.write(b);
			out.flush();
			Thread.sleep(2);
		}
		return true;
	}

	private interface Work {

		void run() throws IOException, InterruptedException;

	}

	private void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException | InterruptedException ex) {
				// The test is over, or the client went.
			}
		});
		thread.setDaemon(true);
		this.threads.add(thread);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket socket : List.copyOf(this.sockets)) {
			socket.close();
		}
		List.copyOf(this.threads).forEach(Thread::interrupt);
	}

	static @Nullable String header(String body, String name) {
		for (String line : body.split("\n\n", 2)[0].split("\n(?! )")) {
			if (line.startsWith(name + ": ")) {
				return line.substring(name.length() + 2);
			}
		}
		return null;
	}

}
