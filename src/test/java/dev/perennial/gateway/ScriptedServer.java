package dev.perennial.gateway;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers call after call with what a test wrote down, the last for good; keeps the
 * calls.
 */
final class ScriptedServer implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private final ServerSocket socket;

	private volatile List<Step> script = List.of(hangUp());

	private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	ScriptedServer() throws IOException {
		this.socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
		start(this::accept);
	}

	void answer(Step... script) {
		synchronized (this.calls) {
			this.calls.clear();
			this.script = List.of(script);
		}
	}

	static Step json(int status, String body) {
		return answer(status, "", body);
	}

	static Step answer(int status, String header, String body) {
		byte[] bytes = ("HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s".formatted(status,
				body.getBytes(StandardCharsets.UTF_8).length, header, body))
			.getBytes(StandardCharsets.UTF_8);
		return (out) -> out.write(bytes);
	}

	static Step hangUp() {
		return OutputStream::close;
	}

	/**
	 * A byte every 50 ms for half a day: each read succeeds in time, the answer does not
	 * end.
	 */
	static Step drip() {
		return (out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			for (int i = 0; i < 1_000_000; i++) {
				out.write(' ');
				Thread.sleep(50);
			}
		};
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
	}

	List<String> calls() {
		return List.copyOf(this.calls);
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket caller = this.socket.accept();
				start(() -> serve(caller));
			}
		}
		catch (IOException ex) {
			// Closed: the test is over.
		}
	}

	private void serve(Socket caller) {
		try (caller; DataInputStream in = new DataInputStream(caller.getInputStream())) {
			while (true) {
				String call = read(in);
				step(call).run(caller.getOutputStream());
			}
		}
		catch (SocketException | EOFException ex) {
			// The caller, or the script, hung up.
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Step step(String call) {
		synchronized (this.calls) {
			Step step = this.script.get(Math.min(this.calls.size(), this.script.size() - 1));
			this.calls.add(call);
			return step;
		}
	}

	private static String read(DataInputStream in) throws IOException {
		StringBuilder call = new StringBuilder();
		while (call.indexOf("\r\n\r\n") < 0) {
			call.append((char) in.readUnsignedByte());
		}
		Matcher length = LENGTH.matcher(call);
		byte[] body = new byte[length.find() ? Integer.parseInt(length.group(1)) : 0];
		in.readFully(body);
		return call + new String(body, StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/** One answer. */
	interface Step {

		void run(OutputStream out) throws Exception;

	}

}
