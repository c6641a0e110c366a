package dev.perennial.job.intake;

import java.util.List;

import dev.perennial.importing.inbox.Inbox;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/** A work over the files of the inbox; one that is refused fails the job (rules 1.6). */
abstract class InboxWork implements RowWork {

	private final String name;

	private final Inbox inbox;

	InboxWork(String name, Inbox inbox) {
		this.name = name;
		this.inbox = inbox;
	}

	@Override
	public String name() {
		return this.name;
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

	/** A file that is refused fails the job; one that is not moved is found again. */
	@Override
	public boolean parks() {
		return false;
	}

	Inbox inbox() {
		return this.inbox;
	}

}
