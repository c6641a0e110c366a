package dev.perennial.model;

import java.math.BigDecimal;

/** What one order costs, in minor units (rules 5.1, 5.4). */
record Cost(String currency, long net, Tax tax) {

	long taxAmount() {
		// 5.4: an order has one line, so one rate
		return Amounts.percentOf(net(), tax().percent(), currency());
	}

	long gross() {
		return net() + taxAmount();
	}

	/** How a sale is taxed. */
	record Tax(String treatment, BigDecimal percent) {
	}

}
