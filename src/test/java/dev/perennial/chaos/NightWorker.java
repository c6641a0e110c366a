package dev.perennial.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.perennial.chaos.Evening.Start;
import org.jspecify.annotations.Nullable;

/**
 * One process that works off nights, one after the other, until it dies in one: a start
 * costs as much as a night.
 */
final class NightWorker implements AutoCloseable {

	private static final int LIMIT = 600;

	private final QuickStart quick;

	private @Nullable Process process;

	NightWorker(QuickStart quick) {
		this.quick = quick;
	}

	/**
	 * Starts a night, or goes on with it, in the process that is there or else in a new
	 * one.
	 * @param killAt the number of the point it dies at; 0 is none
	 */
	Start work(Evening evening, int killAt) throws IOException, InterruptedException {
		Process worker = this.process;
		if (worker == null || !worker.isAlive()) {
			worker = this.quick.process(KillableProgram.class).builder(List.of()).start();
			this.process = worker;
		}
		OutputStream orders = worker.getOutputStream();
		orders
			.write("%d\t%s\n".formatted(killAt, String.join("\t", evening.command())).getBytes(StandardCharsets.UTF_8));
		orders.flush();
		return await(worker);
	}

	private static Start await(Process worker) throws IOException, InterruptedException {
		StringBuffer said = new StringBuffer();
		try {
			return CompletableFuture.supplyAsync(() -> end(worker, said)).get(LIMIT, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			worker.destroyForcibly();
			throw new IllegalStateException("Does not end: " + said, ex);
		}
	}

	private static Start end(Process worker, StringBuffer said) {
		try {
			BufferedReader lines = worker.inputReader();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(KillableProgram.ENDED)) {
					return new Start(Integer.parseInt(line.substring(KillableProgram.ENDED.length())), said.toString());
				}
				said.append(line).append('\n');
			}
			return new Start(worker.waitFor(), said.toString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

}
