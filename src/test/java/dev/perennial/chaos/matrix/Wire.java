package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Connects the program with a server, and does to what is said on the way what a test
 * wants.
 */
public final class Wire implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int server;

	private volatile Fault fault = Fault.NONE;

	/** Leads to a server on this machine. */
	public Wire(int server) throws IOException {
		this.server = server;
		start(this::accept);
	}

	/** From now on this happens. */
	public Wire with(Fault other) {
		this.fault = other;
		return this;
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/** Ends all connections of now. */
	void cut() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private void accept() throws IOException {
		while (!this.listener.isClosed()) {
			Socket client = this.listener.accept();
			this.sockets.add(client);
			try {
				Socket target = new Socket(InetAddress.getLoopbackAddress(), this.server);
				this.sockets.add(target);
				target.setTcpNoDelay(true);
				client.setTcpNoDelay(true);
				Connection connection = new Connection(client, target);
				start(connection::questions);
				start(connection::answers);
			}
			catch (IOException ex) {
				// Nobody is there: the client is told in the same way.
				client.close();
			}
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException | InterruptedException ex) {
				// One of the two ends went.
			}
		}, "wire");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		cut();
	}

	private interface Work {

		void run() throws IOException, InterruptedException;

	}

	private final class Connection {

		private final Socket client;

		private final Socket target;

		private final AtomicReference<Fault.Act> onAnswer = new AtomicReference<>(Wire.this.fault.greeted());

		private volatile boolean silent;

		Connection(Socket client, Socket target) {
			this.client = client;
			this.target = target;
		}

		void questions() throws IOException, InterruptedException {
			pump(this.client, this.target, (text) -> {
				Fault.Act act = Wire.this.fault.asked(text);
				// A question may come in pieces: what befalls one befalls the answer.
				if (act.onAnswer() != Fault.PASS) {
					this.onAnswer.set(act.onAnswer());
				}
				return act;
			});
		}

		void answers() throws IOException, InterruptedException {
			pump(this.target, this.client, (text) -> Objects.requireNonNull(this.onAnswer.get()));
		}

		private void pump(Socket from, Socket to, Judge judge) throws IOException, InterruptedException {
			try {
				InputStream in = from.getInputStream();
				OutputStream onward = to.getOutputStream();
				byte[] buffer = new byte[65536];
				for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
					byte[] said = Arrays.copyOf(buffer, read);
					Fault.Act act = judge.of(new String(said, StandardCharsets.ISO_8859_1));
					this.silent |= act == Fault.FALL_SILENT;
					if (!this.silent && !act.on(said, onward, from.getOutputStream())) {
						return;
					}
					if (act.isLast()) {
						from.shutdownOutput();
						in.transferTo(OutputStream.nullOutputStream());
						return;
					}
				}
			}
			finally {
				// Of who fell silent nobody hears that it is gone.
				if (!this.silent) {
					from.close();
					to.close();
					Wire.this.sockets.remove(from);
				}
			}
		}

	}

	private interface Judge {

		Fault.Act of(String said);

	}

}
