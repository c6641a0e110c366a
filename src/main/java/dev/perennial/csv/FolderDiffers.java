package dev.perennial.csv;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder out was to be written again with other content; it was left as it is. */
public class FolderDiffers extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param before the file that was delivered
	 * @param now the one that would replace it
	 */
	public FolderDiffers(Path before, Path now) {
		super((Files.exists(before) ? "%s was delivered with other content and is not rewritten: compare it with %s"
				: "%s is missing from a folder that was delivered complete: put it back, it is %s")
			.formatted(before, now));
	}

}
