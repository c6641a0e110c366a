package dev.perennial.work.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.perennial.work.Chunk;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Run;
import dev.perennial.work.plan.BatchPart;
import dev.perennial.work.plan.Progress;

/**
 * The next items of parts, read many at a time however small the chunks are. What a part
 * has passed is never handed out again.
 */
final class Ahead {

	private static final int ITEMS = 50;

	private final EffectWork<?, ?> work;

	private final Run run;

	private final Progress progress;

	private final Map<Integer, List<Item>> read = new ConcurrentHashMap<>();

	Ahead(EffectWork<?, ?> work, Run run, Progress progress) {
		this.work = work;
		this.run = run;
		this.progress = progress;
	}

	/** The next chunk behind what the part has done. */
	Optional<Chunk> next(BatchPart part) {
		int size = this.work.pace().chunk();
		List<Item> left = this.read.getOrDefault(part.number(), List.of())
			.stream()
			.filter((item) -> item.ordinal() > part.done())
			.toList();
		if (left.isEmpty()) {
			left = this.progress.next(part, Math.max(size, ITEMS)).map(Chunk::items).orElse(List.of());
			// Of few, too: what was told of them in an earlier step is old.
			if (!left.isEmpty()) {
				this.work.ahead(this.run, left);
			}
		}
		this.read.put(part.number(), left);
		return left.isEmpty() ? Optional.empty() : Optional.of(new Chunk(left.subList(0, Math.min(size, left.size()))));
	}

}
