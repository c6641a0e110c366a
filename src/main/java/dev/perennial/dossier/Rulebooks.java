package dev.perennial.dossier;

import java.time.LocalDate;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.renewal.Policy;
import dev.perennial.renewal.Rulebook;
import dev.perennial.renewal.Tonight;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules that a night stored at its first start; the last ones read are kept,
 * for they are the next.
 */
public class Rulebooks {

	private @Nullable Read last;

	/**
	 * The night of a business date.
	 * @param date the business date
	 * @param today the civil date of its first start
	 * @param settings the text that it stored (rules 1.1)
	 */
	public synchronized Tonight tonight(LocalDate date, LocalDate today, String settings) {
		Read read = this.last;
		if (read == null || !read.text().equals(settings)) {
			Rulebook rulebook = Rulebook.read(settings);
			read = new Read(settings, rulebook.policy(), rulebook.catalogue());
			this.last = read;
		}
		return new Tonight(date, today, read.policy(), read.catalogue());
	}

	private record Read(String text, Policy policy, Catalogue catalogue) {

	}

}
