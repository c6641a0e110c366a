package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The connection is lost while a COMMIT is on its way: it arrives when the program, which
 * knows of nothing, has looked again at what the transaction had found.
 */
public final class LateCommit implements Fault {

	private final String written;

	private final String looked;

	private final CountDownLatch again = new CountDownLatch(1);

	private boolean open;

	private volatile boolean struck;

	/**
	 * The first COMMIT behind a statement.
	 * @param written of the statement
	 * @param looked of the question by which the program looks again
	 */
	private LateCommit(String written, String looked) {
		this.written = written;
		this.looked = looked;
	}

	/** That of the first bank lines that are matched. */
	public static LateCommit ofABankLine() {
		return new LateCommit("UPDATE bank_line SET result", "SELECT row_key, entry_id, amount");
	}

	/** Whether it has happened. */
	public boolean struck() {
		return this.struck;
	}

	@Override
	public synchronized Act asked(String said) {
		if (this.struck) {
			return said.contains(this.looked) ? Fault.onAnswer(this::answered) : PASS;
		}
		this.open |= said.contains(this.written);
		if (this.open && LostCommits.isCommit(said)) {
			this.struck = true;
			return this::late;
		}
		return PASS;
	}

	private boolean answered(byte[] said, OutputStream onward, OutputStream back) throws IOException {
		onward.write(said);
		this.again.countDown();
		return true;
	}

	private boolean late(byte[] said, OutputStream onward, OutputStream back) throws IOException, InterruptedException {
		back.close();
		// Nobody may look again after all: then it arrives all the same.
		this.again.await(10, TimeUnit.SECONDS);
		onward.write(said);
		return true;
	}

}
