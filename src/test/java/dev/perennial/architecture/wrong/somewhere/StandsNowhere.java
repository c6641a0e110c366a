package dev.perennial.architecture.wrong.somewhere;

/** Wrong on purpose: its package has no place in the table. */
class StandsNowhere {

	String place = "none";

}
