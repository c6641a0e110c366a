package dev.perennial.model;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Who does what: by chance, but always the same. */
final class Habits {

	private Habits() {
	}

	/** A number below a bound that only the topic and the name decide. */
	static int pick(String topic, String name, int bound) {
		CRC32 hash = new CRC32();
		hash.update((topic + ":" + name).getBytes(StandardCharsets.UTF_8));
		return (int) (hash.getValue() % bound);
	}

}
