package dev.perennial.architecture.wrong.job.renewals;

import dev.perennial.architecture.wrong.job.windows.NextJob;

/** Wrong on purpose: jobs leave rows, they do not call each other. */
class CallsTheNextJob {

	NextJob next = new NextJob();

}
