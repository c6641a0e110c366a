package dev.perennial.work;

/**
 * A step that touches nothing but the database: one transaction per chunk.
 */
public non-sealed interface RowWork extends Work {

	/**
	 * Does the items of a chunk inside the engine's transaction. May be called again for
	 * the same items, always after its rows were rolled back: when the chunk met a
	 * deadlock or a lost connection, and item by item when it failed on its data.
	 * @return what became of the items; those not named are done
	 */
	Outcomes execute(Run run, Chunk chunk);

}
