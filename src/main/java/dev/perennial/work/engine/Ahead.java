package dev.perennial.work.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import dev.perennial.work.Chunk;
import dev.perennial.work.EffectWork;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Item;
import dev.perennial.work.plan.BatchPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next items of parts, read many at a time however small the chunks are, while those
 * before them are worked. What a part has passed is never handed out again.
 */
final class Ahead implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Ahead.class);

	private static final int ITEMS = 50;

	private final EffectWork<?, ?> work;

	private final StepInHand step;

	private final Map<Integer, List<Item>> read = new ConcurrentHashMap<>();

	private final Map<Integer, Future<List<Item>>> coming = new ConcurrentHashMap<>();

	private final ExecutorService reader;

	Ahead(EffectWork<?, ?> work, StepInHand step) {
		this.work = work;
		this.step = step;
		this.reader = Workers.pool(work.name() + "-ahead", 1);
	}

	/** The next chunk behind what the part has done. */
	Optional<Chunk> next(BatchPart part) {
		List<Item> left = behind(part, this.read.getOrDefault(part.number(), List.of()));
		if (left.isEmpty()) {
			left = behind(part, come(part));
			if (!left.isEmpty()) {
				begin(part.at(left.get(left.size() - 1).ordinal()));
			}
		}
		this.read.put(part.number(), left);
		int size = Math.min(this.work.pace().chunk(), left.size());
		return left.isEmpty() ? Optional.empty() : Optional.of(new Chunk(left.subList(0, size)));
	}

	private static List<Item> behind(BatchPart part, List<Item> items) {
		return items.stream().filter((item) -> item.ordinal() > part.done()).toList();
	}

	/**
	 * Reads without the fence: a claim waits for it, inside a transaction that others
	 * wait for who want the fence alone.
	 */
	private Future<List<Item>> begin(BatchPart part) {
		return this.coming.computeIfAbsent(part.number(),
				(any) -> this.reader.submit(() -> this.step.reading(() -> read(part))));
	}

	/** What was begun, whose failure leaves the next try to begin anew. */
	private List<Item> come(BatchPart part) {
		Future<List<Item>> items = begin(part);
		try {
			return Uninterrupted.get(items, () -> {
			});
		}
		catch (ExecutionException ex) {
			throw Uninterrupted.unchecked(ex);
		}
		finally {
			this.coming.remove(part.number());
		}
	}

	private List<Item> read(BatchPart part) {
		List<Item> items = this.step.progress()
			.next(part, Math.max(this.work.pace().chunk(), ITEMS))
			.map(Chunk::items)
			.orElse(List.of());
		if (!items.isEmpty()) {
			told(items);
		}
		return items;
	}

	private void told(List<Item> items) {
		try {
			this.work.ahead(this.step.run(), items);
		}
		catch (RuntimeException ex) {
			log.debug("Read ahead in vain: {}", ErrorText.of(ex));
		}
	}

	/** Returns when nothing is read any more: what comes next must not find it. */
	@Override
	public void close() {
		Workers.end(this.reader);
	}

}
