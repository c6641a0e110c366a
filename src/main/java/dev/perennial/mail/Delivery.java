package dev.perennial.mail;

/**
 * How one SMTP dialogue ended, as exactly as we can know it (rules 8.3, 8.4).
 */
public sealed interface Delivery {

	/**
	 * What the server or the network said.
	 * @return one line of at most 300 characters, without control characters
	 */
	String answer();

	/**
	 * The server took the message: SENT.
	 *
	 * @param answer its answer to the final dot
	 */
	record Accepted(String answer) implements Delivery {

		public Accepted {
			answer = OneLine.of(answer, 300);
		}

	}

	/**
	 * Certainly not sent, and worth another try: 4xx, or no connection, or it was lost
	 * before the final dot.
	 *
	 * @param answer the server's refusal, or what became of the connection
	 */
	record RefusedTemporarily(String answer) implements Delivery {

		public RefusedTemporarily {
			answer = OneLine.of(answer, 300);
		}

	}

	/**
	 * Certainly not sent, and not to be tried again at this address: 5xx.
	 *
	 * @param answer the server's refusal
	 */
	record RefusedPermanently(String answer) implements Delivery {

		public RefusedPermanently {
			answer = OneLine.of(answer, 300);
		}

	}

	/**
	 * The final dot went out and no answer that can be read came back: AMBIGUOUS.
	 *
	 * @param answer what became of the connection
	 */
	record Doubtful(String answer) implements Delivery {

		public Doubtful {
			answer = OneLine.of(answer, 300);
		}

	}

}
