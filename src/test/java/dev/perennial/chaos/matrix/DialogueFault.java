package dev.perennial.chaos.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.perennial.chaos.matrix.Strikes.Strike;

/**
 * What a mail server does once in a night, at one point of its first dialogue that comes
 * so far.
 *
 * @param at the point
 * @param does what it does there
 */
record DialogueFault(At at, Does does) {

	/** Each at each point. */
	static List<DialogueFault> all() {
		List<DialogueFault> all = new ArrayList<>();
		for (At at : At.values()) {
			for (Does does : Does.values()) {
				all.add(new DialogueFault(at, does));
			}
		}
		return all;
	}

	/**
	 * Whether nobody can know of the mail: only after its dot, and only without an answer
	 * (rules 8.4).
	 */
	boolean doubted() {
		return this.at == At.DOT && (this.does == Does.HANG || this.does == Does.HANG_UP);
	}

	/**
	 * Whether the program may have said the dot before it can know that nobody hears it:
	 * behind the server's word to go on it asks for no answer until the dot.
	 */
	boolean mayBeDoubted() {
		return doubted() || (this.at == At.DATA && this.does == Does.ANSWER_AND_HANG_UP);
	}

	/** Whether the mail is given up (rules 8.3). */
	boolean givenUp() {
		boolean asked = this.at == At.MAIL || this.at == At.RCPT || this.at == At.DATA || this.at == At.DOT;
		return asked && this.does == Does.REFUSE;
	}

	Striking strikes() {
		AtomicBoolean greeting = new AtomicBoolean(this.at == At.BANNER);
		Strikes strikes = new Strikes(switch (this.at) {
			case BANNER -> List.of();
			case DOT -> List.of(Strike.atTheDot(act()));
			// Asked for after a refusal.
			case RSET -> List.of(Strike.at("RCPT TO", Fault.answer("451 4.3.0 later\r\n")), Strike.at("RSET", act()));
			default -> List.of(Strike.at(this.at.command, act()));
		});
		return new Striking(strikes, greeting, greeted());
	}

	private Fault.Act act() {
		return switch (this.does) {
			case REFUSE_FOR_NOW -> refusal("451 4.3.0 later\r\n");
			case REFUSE -> refusal("550 5.1.1 no\r\n");
			case HANG -> Fault.SWALLOW;
			case HANG_UP -> Fault.CUT;
			case SPLIT -> Fault.onAnswer(Fault.SPLIT);
			case ANSWER_AND_HANG_UP -> Fault.onAnswer(Fault.LAST);
		};
	}

	/** Behind the text the server would take the next command for text, too. */
	private Fault.Act refusal(String text) {
		return (this.at == At.DOT) ? Fault.answerAndCut(text) : Fault.answer(text);
	}

	private Fault.Act greeted() {
		return switch (this.does) {
			case REFUSE_FOR_NOW -> greeting("421 4.3.2 later\r\n");
			case REFUSE -> greeting("554 5.3.2 no\r\n");
			case HANG -> Fault.SWALLOW;
			case HANG_UP -> Fault.CUT;
			case SPLIT -> Fault.SPLIT;
			case ANSWER_AND_HANG_UP -> Fault.LAST;
		};
	}

	private static Fault.Act greeting(String text) {
		return (said, onward, back) -> {
			onward.write(text.getBytes(StandardCharsets.US_ASCII));
			return true;
		};
	}

	/** The points of a dialogue at which a client waits for an answer. */
	enum At {

		BANNER(""), EHLO("EHLO"), MAIL("MAIL FROM"), RCPT("RCPT TO"), DATA("DATA"), DOT("."), RSET("RSET"),
		QUIT("QUIT");

		private final String command;

		At(String command) {
			this.command = command;
		}

	}

	/** What a mail server does instead of answering well. */
	enum Does {

		REFUSE_FOR_NOW, REFUSE, HANG, HANG_UP, SPLIT, ANSWER_AND_HANG_UP

	}

	/**
	 * The fault on the wire.
	 *
	 * @param strikes at commands
	 * @param waiting whether the greeting of the first connection is still to come
	 * @param greeting what becomes of it
	 */
	record Striking(Strikes strikes, AtomicBoolean waiting, Fault.Act greeting) implements Fault {

		@Override
		public Act asked(String said) {
			return this.strikes.asked(said);
		}

		@Override
		public Act greeted() {
			return this.waiting.getAndSet(false) ? this.greeting : PASS;
		}

		/** How many have not struck yet. */
		int left() {
			return this.strikes.left() + (this.waiting.get() ? 1 : 0);
		}

	}

}
