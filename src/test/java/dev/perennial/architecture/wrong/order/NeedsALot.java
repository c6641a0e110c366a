package dev.perennial.architecture.wrong.order;

/** Wrong on purpose: six parameters. */
class NeedsALot {

	NeedsALot(int a, int b, int c, int d, int e, int f) {
	}

}
