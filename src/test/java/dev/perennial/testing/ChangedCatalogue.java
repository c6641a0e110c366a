package dev.perennial.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The catalogue of {@code config/}, with something changed. */
public final class ChangedCatalogue {

	private ChangedCatalogue() {
	}

	/**
	 * Writes it.
	 * @param folder of the test
	 * @param text what stands in one of its files
	 * @param other what is to stand there
	 * @return the value for {@code folders.catalog}
	 */
	public static Path in(Path folder, String text, String other) throws IOException {
		Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
		boolean found = false;
		for (String name : List.of("offers.yaml", "seller.yaml", "tax.yaml")) {
			String before = Files.readString(Path.of("config", name));
			found |= before.contains(text);
			Files.writeString(catalogue.resolve(name), before.replace(text, other));
		}
		if (!found) {
			throw new IllegalArgumentException("No file of config/ has " + text);
		}
		return catalogue;
	}

}
