package dev.perennial.mail;

/**
 * Says whether this process may still send, as late as it can be asked: after a process
 * was frozen, another may have sent what it holds.
 */
@FunctionalInterface
public interface SendingRight {

	/**
	 * Asks.
	 * @throws RuntimeException if nothing may be sent any more
	 */
	void require();

}
