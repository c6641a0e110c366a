package dev.perennial.architecture.wrong.order;

import java.math.BigDecimal;

/** Wrong on purpose: calls that end in floating point. */
class EstimatesTheTax {

	long tax = Math.round(new BigDecimal("0.2").doubleValue() * 100);

}
