package dev.perennial.architecture.wrong.order;

import dev.perennial.architecture.wrong.order.ends.KnowsItsBeginning;

/** Wrong on purpose: the other half of a cycle. */
public class KnowsItsEnd {

	KnowsItsBeginning end = new KnowsItsBeginning();

}
