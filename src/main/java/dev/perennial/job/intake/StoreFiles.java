package dev.perennial.job.intake;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;

/** Stores the rows of all inbox files, each file once. */
class StoreFiles extends InboxWork {

	StoreFiles(Inbox inbox) {
		super("store-files", inbox);
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		inbox().store(run.businessDate());
		return Outcomes.done();
	}

}
