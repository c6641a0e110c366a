package dev.perennial.demo;

/** This program came without the embedded database, or the machine cannot run it. */
public final class EmbeddedDatabaseMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EmbeddedDatabaseMissing(String message) {
		super(message);
	}

}
