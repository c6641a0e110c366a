package dev.perennial.architecture.wrong.job.notices;

import org.springframework.batch.core.BatchStatus;

/** Wrong on purpose: Spring Batch is work's. */
class BuildsItsOwnStep {

	BatchStatus status = BatchStatus.STARTED;

}
