package dev.perennial.job.intake;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;

/**
 * Moves the files whose rows are stored, and committed, out of the way (contract, files
 * in). What is not moved is found again, as stored.
 */
class MoveFiles extends OfTheInbox {

	MoveFiles(Inbox inbox) {
		super("move-files", inbox);
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		inbox().moveStored();
		return Outcomes.done();
	}

}
