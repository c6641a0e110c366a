package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import dev.perennial.work.Answer;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Run;
import dev.perennial.work.lease.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of a chunk: concurrent, at the step's rate, none without a sure lease,
 * and all ended before it returns.
 */
final class Calls<C, R> {

	private final EffectWork<C, R> work;

	private final Run run;

	private final Lease lease;

	private final ExecutorService threads;

	Calls(EffectWork<C, R> work, Run run, Lease lease, ExecutorService threads) {
		this.work = work;
		this.run = run;
		this.lease = lease;
		this.threads = threads;
	}

	Answers<C, R> make(Map<Item, C> claimed) {
		Map<Item, RuntimeException> failures = new ConcurrentHashMap<>();
		Map<Item, Future<Answer<C, R>>> calls = new LinkedHashMap<>();
		claimed.forEach((item, claim) -> calls.put(item, this.threads.submit(() -> call(item, claim, failures))));
		List<Answer<C, R>> answers = new ArrayList<>();
		RuntimeException broken = null;
		for (Future<Answer<C, R>> call : calls.values()) {
			try {
				answers.add(await(call));
			}
			catch (RuntimeException ex) {
				broken = ex;
			}
		}
		return new Answers<>(answers, failures, broken);
	}

	private Answer<C, R> call(Item item, C claim, Map<Item, RuntimeException> failures) throws InterruptedException {
		this.work.pace().rate().acquire();
		// A process that was frozen comes back here: whether the lease is still ours is
		// asked as late as possible.
		if (!this.lease.sure()) {
			throw new LeaseUnsure();
		}
		try {
			return new Answer<>(item, claim, this.work.call(this.run, claim));
		}
		catch (RuntimeException ex) {
			failures.put(item, ex);
			return new Answer<>(item, claim, this.work.unknown(this.run, claim, ex));
		}
	}

	private static <T> T await(Future<T> call) {
		try {
			return Uninterrupted.get(call, () -> {
			});
		}
		catch (ExecutionException ex) {
			throw rethrown(ex.getCause());
		}
	}

	private static RuntimeException rethrown(@Nullable Throwable cause) {
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof RuntimeException failure) ? failure
				: new Stopped("A call was interrupted before it began");
	}

}
