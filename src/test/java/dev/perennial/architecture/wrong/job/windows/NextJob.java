package dev.perennial.architecture.wrong.job.windows;

/** A job that another one calls. */
public class NextJob {

}
