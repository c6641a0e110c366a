package dev.perennial.job.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All invariants, in the order of their names. */
final class Invariants {

	private static final String FILES = "classpath:invariants/I*.sql";

	private Invariants() {
	}

	static List<Invariant> all() {
		try {
			List<Invariant> all = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
				.map(Invariants::read)
				.sorted(Comparator.comparing(Invariant::id))
				.toList();
			// No invariant is never violated
			if (all.isEmpty()) {
				throw new IllegalStateException("No file is at " + FILES);
			}
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Invariant read(Resource file) {
		try {
			String id = Objects.requireNonNull(file.getFilename()).replace(".sql", "");
			return Invariant.read(id, file.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
