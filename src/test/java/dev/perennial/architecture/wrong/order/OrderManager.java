package dev.perennial.architecture.wrong.order;

/** Wrong on purpose: a name that says nothing. */
class OrderManager {

	String managed = "what?";

}
