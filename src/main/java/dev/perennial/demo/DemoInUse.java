package dev.perennial.demo;

import java.nio.file.Path;

/** Another program works with the data of the demo. */
public final class DemoInUse extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DemoInUse(Path folder) {
		super("another program uses the demo in %s: wait for its end, or end it".formatted(folder));
	}

}
