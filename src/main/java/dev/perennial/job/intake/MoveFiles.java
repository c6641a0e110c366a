package dev.perennial.job.intake;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;

/**
 * Moves the files whose rows are stored, and committed, out of the way (contract, files
 * in).
 */
class MoveFiles extends InboxWork {

	MoveFiles(Inbox inbox) {
		super("move-files", inbox);
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		inbox().moveStored();
		return Outcomes.done();
	}

}
