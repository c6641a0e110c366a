package dev.perennial.order;

/** What made an order. */
public enum OrderOrigin {

	AUTO, MANUAL, PURCHASE

}
