package dev.perennial.architecture.wrong.order.ends;

import dev.perennial.architecture.wrong.order.KnowsItsEnd;

/** Wrong on purpose: one half of a cycle. */
public class KnowsItsBeginning {

	KnowsItsEnd beginning = new KnowsItsEnd();

}
