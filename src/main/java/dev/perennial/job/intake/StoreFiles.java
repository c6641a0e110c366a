package dev.perennial.job.intake;

import java.util.List;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Stores the rows of all inbox files, each file once; one that is refused fails the job
 * (rules 1.6).
 */
class StoreFiles implements RowWork {

	private final Inbox inbox;

	StoreFiles(Inbox inbox) {
		this.inbox = inbox;
	}

	@Override
	public String name() {
		return "store-files";
	}

	/** A run of one subscription leaves the inbox to the run of all. */
	@Override
	public Plan plan(Run run) {
		return Plan.of(run.scoped() ? List.of() : this.inbox.names());
	}

	/** Each chunk takes all files there are: two at once would take the same. */
	@Override
	public boolean inOrder() {
		return true;
	}

	/** Nothing else of the night is done before a file that is refused. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		this.inbox.store(run.businessDate());
		return Outcomes.done();
	}

}
