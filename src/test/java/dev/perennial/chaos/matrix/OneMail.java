package dev.perennial.chaos.matrix;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Faults that strike the dialogues of one mail alone, one after the other: what is said
 * on a wire of a single connection.
 */
final class OneMail implements Fault {

	private final String messageId;

	private final Queue<Act> atTheDots;

	private boolean inHand;

	/**
	 * At the final dots of a notice.
	 * @param notice its id
	 */
	OneMail(String notice, List<Act> atTheDots) {
		this.messageId = "Message-ID: <" + notice + "@";
		this.atTheDots = new ArrayDeque<>(atTheDots);
	}

	/** How many have not struck yet. */
	synchronized int left() {
		return this.atTheDots.size();
	}

	@Override
	public synchronized Act asked(String said) {
		if (said.startsWith("MAIL FROM")) {
			this.inHand = false;
		}
		this.inHand |= said.contains(this.messageId);
		boolean strikes = this.inHand && Strikes.isTheDot(said) && !this.atTheDots.isEmpty();
		return strikes ? this.atTheDots.remove() : PASS;
	}

}
