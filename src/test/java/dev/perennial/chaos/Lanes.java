package dev.perennial.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nights beside each other, on a schema each. */
final class Lanes {

	/** While one waits for a lease of the dead, another works. */
	private static final int COUNT = Integer.getInteger("perennial.chaos.lanes",
			Runtime.getRuntime().availableProcessors());

	private Lanes() {
	}

	/** Does the same in each lane, and waits for all of them. */
	static void run(Callable<?> lane) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(COUNT);
		try {
			List<Future<?>> ends = new ArrayList<>();
			for (Callable<?> each : Collections.nCopies(COUNT, lane)) {
				ends.add(threads.submit(each));
			}
			for (Future<?> end : ends) {
				end.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
