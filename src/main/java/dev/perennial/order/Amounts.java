package dev.perennial.order;

import dev.perennial.money.Money;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;

/**
 * What a term costs.
 *
 * @param net without tax
 * @param treatment how it is taxed
 * @param rate at what rate
 */
public record Amounts(Money net, TaxTreatment treatment, TaxRate rate) {

	public Money tax() {
		return this.rate.of(this.net);
	}

	public Money gross() {
		return this.net.plus(tax());
	}

	public Amounts withNet(Money net) {
		return new Amounts(net, this.treatment, this.rate);
	}

}
