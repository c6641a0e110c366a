package dev.perennial.catalogue;

/** A file of the catalogue says something that is not understood. */
public class CatalogueRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CatalogueRefused(String file, int line, String what) {
		super("%s, line %d: %s".formatted(file, line, what));
	}

	CatalogueRefused(String file, String what, Exception cause) {
		super("%s: %s".formatted(file, what), cause);
	}

}
