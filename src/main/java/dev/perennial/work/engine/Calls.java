package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import dev.perennial.work.Answer;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.PartyUnavailable;
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

	private volatile @Nullable PartyUnavailable unavailable;

	Calls(EffectWork<C, R> work, Run run, Lease lease, ExecutorService threads) {
		this.work = work;
		this.run = run;
		this.lease = lease;
		this.threads = threads;
	}

	Answers<C, R> make(Map<Item, C> claimed) {
		Map<Item, RuntimeException> failures = new ConcurrentHashMap<>();
		List<Future<Answer<C, R>>> calls = new ArrayList<>();
		claimed.forEach((item, claim) -> calls.add(this.threads.submit(() -> call(item, claim, failures))));
		List<Answer<C, R>> answers = new ArrayList<>();
		Throwable broken = null;
		for (Future<Answer<C, R>> call : calls) {
			try {
				answers.add(Uninterrupted.get(call, () -> {
				}));
			}
			catch (ExecutionException ex) {
				broken = ex.getCause();
			}
		}
		return new Answers<>(answers, failures, broken);
	}

	private Answer<C, R> call(Item item, C claim, Map<Item, RuntimeException> failures) throws InterruptedException {
		Runnable answered = this.work.pace().rate().acquire();
		try {
			return callNow(item, claim, failures);
		}
		finally {
			answered.run();
		}
	}

	private Answer<C, R> callNow(Item item, C claim, Map<Item, RuntimeException> failures) {
		// A process that was frozen comes back here: whether the lease is still ours is
		// asked as late as possible.
		if (!this.lease.sure()) {
			throw new LeaseUnsure();
		}
		requireParty();
		try {
			return new Answer<>(item, claim, this.work.call(this.run, claim));
		}
		catch (PartyUnavailable ex) {
			this.unavailable = ex;
			throw ex;
		}
		catch (LeaseUnsure ex) {
			// Asked in the middle of a long call, it says nothing against the item.
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!this.work.parks()) {
				throw ex;
			}
			failures.put(item, ex);
			return new Answer<>(item, claim, this.work.unknown(this.run, claim, ex));
		}
	}

	/** Who works for nobody is not asked again for each claim that is open. */
	private void requireParty() {
		PartyUnavailable told = this.unavailable;
		if (told != null) {
			throw told;
		}
	}

}
