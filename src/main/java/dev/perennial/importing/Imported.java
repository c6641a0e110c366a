package dev.perennial.importing;

import java.util.List;

import dev.perennial.csv.FileRefused;

/**
 * What became of the files of an import.
 *
 * @param loaded the files that were loaded
 * @param refused the files of which nothing was loaded
 */
public record Imported(List<Loaded> loaded, List<FileRefused> refused) {

	/** Whether the folder had none of the files. */
	public boolean isEmpty() {
		return this.loaded.isEmpty() && this.refused.isEmpty();
	}

	/**
	 * A file that was loaded.
	 *
	 * @param name the name of the file
	 * @param rows how many rows it had
	 */
	public record Loaded(String name, long rows) {

	}

}
