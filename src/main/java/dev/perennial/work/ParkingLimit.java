package dev.perennial.work;

/**
 * How many parked items are too many for a step: more than both (rules 11.3).
 *
 * @param limit items
 * @param percent of the plan
 */
public record ParkingLimit(long limit, int percent) {

	/** Whether the fault cannot be the items'. */
	public boolean exceeded(long parked, long planned) {
		return parked > this.limit && parked * 100 > planned * this.percent;
	}

}
