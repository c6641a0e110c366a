package dev.perennial.demo.gateway;

/**
 * What a call gets.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body text of the answer
 */
record Answer(int status, String contentType, String body) {

	/** The connection is closed without an answer. */
	static final Answer SILENCE = new Answer(0, "", "");

	static Answer json(int status, String body) {
		return new Answer(status, "application/json", body);
	}

	boolean isSilence() {
		return this.status == 0;
	}

}
