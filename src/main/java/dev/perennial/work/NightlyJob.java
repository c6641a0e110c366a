package dev.perennial.work;

import java.util.List;

/**
 * A job of the night: its name and its works, in their order. Each job package
 * contributes one as a bean.
 *
 * @param name the folder in {@code jobs/}, the package, the job in the database, the
 * metric tag
 */
public record NightlyJob(String name, List<Work> works) {

	public NightlyJob {
		works = List.copyOf(works);
		if (works.isEmpty() || works.stream().map(Work::name).distinct().count() < works.size()) {
			throw new IllegalArgumentException("Job '%s' needs works of different names".formatted(name));
		}
	}

	public static NightlyJob of(String name, Work... works) {
		return new NightlyJob(name, List.of(works));
	}

}
