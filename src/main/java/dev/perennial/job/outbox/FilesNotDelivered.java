package dev.perennial.job.outbox;

/** The files of a night could not be written. */
class FilesNotDelivered extends RuntimeException {

	private static final long serialVersionUID = 1L;

	FilesNotDelivered(String error) {
		super("the files of the night are not delivered: %s; mend it and start the night again".formatted(error));
	}

}
