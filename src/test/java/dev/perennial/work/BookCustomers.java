package dev.perennial.work;

import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Books each customer under a number of a block that was reserved once. */
class BookCustomers implements RowWork {

	private final JdbcClient jdbc;

	/** Called with each chunk, before its rows are written. */
	Consumer<Chunk> before = (chunk) -> {
	};

	/** Called with each chunk, after its rows are written. */
	Consumer<Chunk> after = (chunk) -> {
	};

	BookCustomers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "book-customers";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("SELECT id AS item_key FROM toy WHERE amount > :zero").with("zero", 0);
	}

	@Override
	public void planned(Run run, long count) {
		this.jdbc.sql("INSERT INTO toy_block (base, size) SELECT COALESCE(SUM(size), 0), :count FROM toy_block")
			.param("count", count)
			.update();
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		this.before.accept(chunk);
		Outcomes outcomes = Outcomes.done();
		for (Item item : chunk) {
			if (item.key().startsWith("held")) {
				outcomes.skip(item, "HELD");
				continue;
			}
			this.jdbc.sql("""
					INSERT INTO toy_booking (toy, number) SELECT :toy, MAX(base) + :ordinal FROM toy_block
					""").param("toy", item.key()).param("ordinal", item.ordinal()).update();
		}
		this.after.accept(chunk);
		return outcomes;
	}

}
