package dev.perennial.work.engine;

/**
 * The work came to a chunk's end and stopped, because somebody asked for it.
 */
public class Stopped extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Stopped(String message) {
		super(message);
	}

}
