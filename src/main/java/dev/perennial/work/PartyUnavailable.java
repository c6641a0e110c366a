package dev.perennial.work;

/**
 * The outside party works for nobody now, and nothing came of the call. The claim stays
 * open, no further call is begun, and the job fails; the next start calls again. Its
 * message says what was wrong, where it is set and what was expected.
 */
public class PartyUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public PartyUnavailable(RuntimeException cause) {
		super(cause.getMessage(), cause);
	}

}
