package dev.perennial.architecture.wrong.order;

/** Wrong on purpose: a field in floating point. */
class HasAboutThisAmount {

	double amount;

}
