package dev.perennial.job.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Data that a person or a bug broke, and which invariants see it.
 *
 * @param what what is wrong afterwards
 * @param statements break the world
 * @param red the invariants that are then violated: the one that is meant first, then
 * what follows from it
 * @param refusedBy what the schema's error names, where it refuses the break
 * @param onlyEverything whether the check of the night does not see it
 */
record Break(String what, List<String> statements, List<String> red, @Nullable String refusedBy,
		boolean onlyEverything) {

	static Break of(String what, String sql, String red, @Nullable String refusedBy, boolean onlyEverything) {
		List<String> statements = Arrays.stream(sql.split(";"))
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
		return new Break(what, statements, List.of(red.split(" ")), refusedBy, onlyEverything);
	}

	String meant() {
		return this.red.get(0);
	}

	Set<String> expected() {
		return new TreeSet<>(this.red);
	}

	@Override
	public String toString() {
		return meant() + " " + this.what;
	}

}
