package dev.perennial.architecture.wrong.work;

import java.util.concurrent.ExecutorService;

/** Wrong on purpose: workers end their chunk. */
class InterruptsItsWorkers {

	void end(ExecutorService workers) {
		workers.shutdownNow();
	}

}
