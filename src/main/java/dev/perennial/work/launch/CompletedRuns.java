package dev.perennial.work.launch;

/** Which jobs are completed: read from our own tables, without what runs them. */
public final class CompletedRuns {

	private final BatchRuns runs;

	CompletedRuns(BatchRuns runs) {
		this.runs = runs;
	}

	/** Whether the job is completed for the occasion. */
	public boolean contain(String job, Occasion occasion) {
		return this.runs.find(job, occasion).filter((run) -> run.state() == RunState.COMPLETED).isPresent();
	}

}
