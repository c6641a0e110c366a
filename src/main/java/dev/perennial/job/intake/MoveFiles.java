package dev.perennial.job.intake;

import java.util.List;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Moves the files whose rows are stored, and committed, out of the way (contract, files
 * in).
 */
class MoveFiles implements RowWork {

	private final Inbox inbox;

	MoveFiles(Inbox inbox) {
		this.inbox = inbox;
	}

	@Override
	public String name() {
		return "move-files";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of(run.scoped() ? List.of() : this.inbox.names());
	}

	/** Each chunk takes all files there are: two at once would take the same. */
	@Override
	public boolean inOrder() {
		return true;
	}

	/** What is not moved is found again, as stored. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		this.inbox.moveStored();
		return Outcomes.done();
	}

}
