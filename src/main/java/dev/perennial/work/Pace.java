package dev.perennial.work;

/**
 * How an effect step is paced.
 *
 * @param lanes chunks that are open at a time; while one settles, the calls of the others
 * use up the rate
 * @param chunk items that are claimed and settled in one commit; the most that can be in
 * doubt per lane
 * @param concurrency calls in flight at a time, over all lanes
 * @param rate calls per second, shared with whoever else calls the same party
 */
public record Pace(int lanes, int chunk, int concurrency, RateLimiter rate) {

	public Pace {
		if (lanes < 1 || chunk < 1 || concurrency < 1) {
			throw new IllegalArgumentException(
					"Lanes %d, chunk %d, concurrency %d: each at least 1".formatted(lanes, chunk, concurrency));
		}
	}

	/**
	 * One item at a time on each of so many connections, all of them settled, and the
	 * next ones claimed, in one commit: what a kill leaves in doubt is at most one item
	 * per connection.
	 */
	public static Pace oneEach(int connections, RateLimiter rate) {
		return new Pace(1, connections, connections, rate);
	}

}
