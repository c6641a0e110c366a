package dev.perennial.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The last start of this machine. */
final class Boot {

	private Boot() {
	}

	/**
	 * Where the system cannot tell its starts apart, every process counts as one.
	 */
	static String id() {
		try {
			return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
		}
		catch (IOException ex) {
			return UUID.randomUUID().toString();
		}
	}

}
