package dev.perennial.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The texts of the three files of a catalogue, as a night stores them (rules 1.1).
 *
 * @param offers the text of {@code offers.yaml}
 * @param seller the text of {@code seller.yaml}
 * @param tax the text of {@code tax.yaml}
 */
public record CatalogueTexts(String offers, String seller, String tax) {

	static final String OFFERS = "offers.yaml";

	static final String SELLER = "seller.yaml";

	static final String TAX = "tax.yaml";

	/**
	 * Reads the files of a folder.
	 * @param folder the setting {@code folders.catalog}
	 * @throws CatalogueRefused if one is not there or is not UTF-8
	 */
	public static CatalogueTexts in(Path folder) {
		return new CatalogueTexts(read(folder.resolve(OFFERS)), read(folder.resolve(SELLER)),
				read(folder.resolve(TAX)));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new CatalogueRefused(file.toString(),
					"cannot be read; expected a file in UTF-8 (the folder is set by folders.catalog)", ex);
		}
	}

}
