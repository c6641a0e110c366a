package dev.perennial.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the plans of the small night were cut: between two chunks of a part, and between
 * two parts, a process can only die where there are two.
 */
final class CutSteps {

	/** Done once a night. */
	private static final Set<String> ONE_ITEM = Set.of("invoices form-batch", "verify check-invariants",
			"outbox deliver-files");

	/** Asked about a hundred at a time, whatever the settings are. */
	private static final Set<String> LARGE_CHUNKS = Set.of("renewals ask-vat-register", "notices ask-vat-register");

	/** Done one after another. */
	private static final Set<String> IN_ORDER = Set.of("intake store-files", "intake move-files",
			"intake match-bank-lines", "intake work-off-requests");

	/** Each chunk is a part of its own: there are more lanes for charges than charges. */
	private static final Set<String> ONE_CHUNK_EACH = Set.of("renewals charge-cards");

	private static final String PARTS = """
			SELECT CONCAT(r.job, ' ', s.step), p.hi - p.lo
			  FROM batch_run r JOIN batch_step s ON s.run_id = r.run_id JOIN batch_part p ON p.step_id = s.step_id
			 WHERE r.business_date = :date
			""";

	private CutSteps() {
	}

	/** Fails unless each step of a night has two chunks, and two parts, if it can. */
	static void assertCut(Evening evening) {
		Map<String, List<Integer>> chunks = chunks(evening);
		System.out.println("Chunks of the parts: " + chunks);
		assertThat(without(chunks, (parts) -> parts.stream().mapToInt(Integer::intValue).sum() > 1)).as("one chunk")
			.containsExactlyInAnyOrderElementsOf(all(List.of(ONE_ITEM, LARGE_CHUNKS)));
		assertThat(without(chunks, (parts) -> parts.size() > 1)).as("one part")
			.containsExactlyInAnyOrderElementsOf(all(List.of(ONE_ITEM, LARGE_CHUNKS, IN_ORDER)));
		assertThat(without(chunks, (parts) -> parts.stream().anyMatch((part) -> part > 1)))
			.as("no two chunks in one part")
			.containsExactlyInAnyOrderElementsOf(all(List.of(ONE_ITEM, LARGE_CHUNKS, ONE_CHUNK_EACH)));
	}

	/** By job and step, how many each part had. */
	private static Map<String, List<Integer>> chunks(Evening evening) {
		Map<String, List<Integer>> chunks = new TreeMap<>();
		evening.database().ownerJdbc().sql(PARTS).param("date", SmallNight.D).query((row) -> {
			String step = row.getString(1);
			int items = row.getInt(2);
			chunks.computeIfAbsent(step, (any) -> new ArrayList<>()).add(1 + (items - 1) / chunk(step));
		});
		return chunks;
	}

	/** Items of a chunk. */
	private static int chunk(String step) {
		if (LARGE_CHUNKS.contains(step)) {
			return 100;
		}
		return step.equals("notices send-mails") ? SmallNight.CONNECTIONS : SmallNight.CHUNK;
	}

	private static List<String> without(Map<String, List<Integer>> chunks, Predicate<List<Integer>> what) {
		return chunks.keySet().stream().filter((step) -> !what.test(chunks.get(step))).toList();
	}

	private static List<String> all(List<Set<String>> steps) {
		return steps.stream().flatMap(Set::stream).toList();
	}

}
