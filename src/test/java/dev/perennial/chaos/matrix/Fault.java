package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a wire does to what the program says, and to the answer. */
public interface Fault {

	/** Hands on. */
	Act PASS = (said, onward, back) -> {
		onward.write(said);
		return true;
	};

	/** Ends the connection before a byte of it arrives. */
	Act CUT = (said, onward, back) -> false;

	/**
	 * From now on nothing arrives, in either direction, not even that the other is gone.
	 */
	Act FALL_SILENT = new Act() {

		@Override
		public boolean on(byte[] said, OutputStream onward, OutputStream back) {
			return true;
		}

	};

	/** Hands on byte by byte. */
	Act SPLIT = (said, onward, back) -> {
		for (byte one : said) {
			onward.write(one);
			onward.flush();
			Thread.sleep(1);
		}
		return true;
	};

	/** Hands on, and ends the connection. */
	Act LAST = (said, onward, back) -> {
		onward.write(said);
		return false;
	};

	/** Ends the connection when the answer comes. */
	Act LOSE_ANSWER = onAnswer(CUT);

	/** Says nothing to anybody. */
	Act SWALLOW = (said, onward, back) -> true;

	Fault NONE = (said) -> PASS;

	/** What becomes of something that the program said. */
	Act asked(String said);

	/** What becomes of that with which a server begins. */
	default Act greeted() {
		return PASS;
	}

	/** Hands on, and does something when the answer comes. */
	static Act onAnswer(Act act) {
		return new Act() {

			@Override
			public boolean on(byte[] said, OutputStream onward, OutputStream back) throws IOException {
				onward.write(said);
				return true;
			}

			@Override
			public Act onAnswer() {
				return act;
			}

		};
	}

	/** Does something else first, and hands on. */
	static Act after(Runnable change) {
		return (said, onward, back) -> {
			change.run();
			onward.write(said);
			return true;
		};
	}

	/** Answers in the place of the server, which hears nothing. */
	static Act answer(String text) {
		return (said, onward, back) -> {
			back.write(text.getBytes(StandardCharsets.ISO_8859_1));
			return true;
		};
	}

	/**
	 * The same, and says and hears no more: unread bytes would take the answer with them.
	 */
	static Act answerAndCut(String text) {
		return new Act() {

			@Override
			public boolean on(byte[] said, OutputStream onward, OutputStream back) throws IOException {
				back.write(text.getBytes(StandardCharsets.ISO_8859_1));
				return true;
			}

			@Override
			public boolean isLast() {
				return true;
			}

		};
	}

	/** Hands on after a while. */
	static Act late(Duration by) {
		return (said, onward, back) -> {
			Thread.sleep(by.toMillis());
			onward.write(said);
			return true;
		};
	}

	/** Ends the connection for the one who said it, and hands on after a while. */
	static Act unheardAndLate(Duration by) {
		return (said, onward, back) -> {
			back.close();
			Thread.sleep(by.toMillis());
			onward.write(said);
			return true;
		};
	}

	/** Does something with bytes. */
	interface Act {

		/**
		 * @param said the bytes
		 * @param onward to the other end
		 * @param back to the one who said it
		 * @return whether the connection goes on
		 */
		boolean on(byte[] said, OutputStream onward, OutputStream back) throws IOException, InterruptedException;

		/** Whether the one who said it is told that nothing more comes, and not heard. */
		default boolean isLast() {
			return false;
		}

		/** What happens to the answer. */
		default Act onAnswer() {
			return PASS;
		}

	}

}
