package dev.perennial.chaos.matrix;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** Faults that strike one after the other, each once, at the first of its kind. */
final class Strikes implements Fault {

	private final Queue<Strike> waiting;

	Strikes(List<Strike> strikes) {
		this.waiting = new ArrayDeque<>(strikes);
	}

	@Override
	public synchronized Act asked(String said) {
		Strike next = this.waiting.peek();
		if (next == null || !next.at().test(said)) {
			return PASS;
		}
		this.waiting.remove();
		return next.act();
	}

	/** How many have not struck yet. */
	synchronized int left() {
		return this.waiting.size();
	}

	/** Whether a mail ends here. */
	static boolean isTheDot(String said) {
		return said.equals(".\r\n") || said.endsWith("\r\n.\r\n");
	}

	/**
	 * One of them.
	 *
	 * @param at what the program says when it strikes
	 * @param act what it does
	 */
	record Strike(Predicate<String> at, Act act) {

		static Strike at(String beginning, Act act) {
			return new Strike((said) -> said.startsWith(beginning), act);
		}

		/** At the final dot of a mail. */
		static Strike atTheDot(Act act) {
			return new Strike(Strikes::isTheDot, act);
		}

	}

}
