package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.perennial.work.plan.BatchPart;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Threads that take part after part until none is left, and all end before it returns.
 */
final class Workers {

	private final String name;

	private final int threads;

	private final Halt halt;

	Workers(String name, int threads, Halt halt) {
		this.name = name;
		this.threads = threads;
		this.halt = halt;
	}

	/**
	 * Works the parts.
	 * @throws RuntimeException the first failure of a worker, or {@link Stopped}
	 */
	void work(List<BatchPart> parts, Consumer<BatchPart> loop) {
		if (parts.size() <= 1 || this.threads == 1) {
			parts.forEach(loop);
			return;
		}
		Queue<BatchPart> queue = new ConcurrentLinkedQueue<>(parts);
		ExecutorService pool = pool(this.name, Math.min(this.threads, parts.size()));
		List<Future<?>> workers = new ArrayList<>();
		for (int i = 0; i < Math.min(this.threads, parts.size()); i++) {
			workers.add(pool.submit(() -> drain(queue, loop)));
		}
		pool.shutdown();
		Throwable failure = null;
		for (Future<?> worker : workers) {
			failure = first(failure, await(worker));
		}
		if (Thread.interrupted() && failure == null) {
			throw new Stopped("Interrupted; start again to continue");
		}
		rethrow(failure);
	}

	static ExecutorService pool(String name, int threads) {
		return Executors.newFixedThreadPool(threads, new CustomizableThreadFactory(name + "-"));
	}

	/** Lets a pool finish what it does, and returns when it has. */
	static void end(ExecutorService pool) {
		pool.shutdown();
		boolean interrupted = false;
		while (!pool.isTerminated()) {
			try {
				pool.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void drain(Queue<BatchPart> queue, Consumer<BatchPart> loop) {
		try {
			for (BatchPart part = queue.poll(); part != null; part = queue.poll()) {
				loop.accept(part);
			}
		}
		catch (Throwable ex) {
			this.halt.request();
			throw ex;
		}
	}

	private @Nullable Throwable await(Future<?> worker) {
		try {
			Uninterrupted.get(worker, this.halt::request);
			return null;
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

	/** A failure says more than the stop that it caused in the other workers. */
	private static @Nullable Throwable first(@Nullable Throwable one, @Nullable Throwable other) {
		if (one == null || other instanceof Error || (one instanceof Stopped && other != null)) {
			return other;
		}
		return one;
	}

	private static void rethrow(@Nullable Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		if (failure instanceof RuntimeException exception) {
			throw exception;
		}
	}

}
