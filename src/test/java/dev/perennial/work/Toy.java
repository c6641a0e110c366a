package dev.perennial.work;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.perennial.testing.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Customers of a toy shop: each is to be booked once, and then to be paid for once at an
 * outside party that remembers references.
 */
class Toy {

	private final JdbcClient owner;

	private final String app;

	Toy(TestDatabase database) {
		this.owner = database.ownerJdbc();
		this.app = database.server().app().user();
		create();
	}

	/** Makes the tables anew. */
	final void create() {
		drop();
		create("toy (id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY, amount INT NOT NULL)");
		create("""
				toy_booking (id INT AUTO_INCREMENT PRIMARY KEY, toy VARCHAR(40) NOT NULL, number BIGINT NOT NULL,
				 CHECK (toy NOT LIKE 'bad%'))""");
		create("toy_block (base BIGINT NOT NULL, size BIGINT NOT NULL)");
		create("""
				toy_payment (toy VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
				 reference VARCHAR(60) NOT NULL, result VARCHAR(20) NULL)""");
		for (String table : List.of("toy", "toy_booking", "toy_block", "toy_payment")) {
			this.owner.sql("GRANT ALL ON %s TO '%s'@'%%'".formatted(table, this.app)).update();
		}
	}

	final void drop() {
		this.owner.sql("DROP TABLE IF EXISTS toy, toy_booking, toy_block, toy_payment").update();
	}

	/** As it was, with customers c0001 to cN. */
	void again(TestDatabase database, int customers) {
		database.empty();
		List.of("toy", "toy_booking", "toy_block", "toy_payment").forEach((table) -> sql("DELETE FROM " + table));
		customers(customers);
	}

	/** Customers c0001 to cN. */
	void customers(int count) {
		sql(IntStream.rangeClosed(1, count)
			.mapToObj((i) -> "('c%04d', %d)".formatted(i, i))
			.collect(Collectors.joining(", ", "INSERT INTO toy (id, amount) VALUES ", "")));
	}

	void customer(String id) {
		this.owner.sql("INSERT INTO toy (id, amount) VALUES (:id, 1)").param("id", id).update();
	}

	/** What the outside sees: the bookings with their numbers, and the payments. */
	List<String> rows() {
		return this.owner.sql("""
				SELECT CONCAT('booking ', toy, ' ', number) FROM toy_booking
				UNION ALL SELECT CONCAT('payment ', toy, ' ', reference, ' ', COALESCE(result, 'open')) FROM toy_payment
				UNION ALL SELECT CONCAT('block ', base, ' ', size) FROM toy_block
				ORDER BY 1
				""").query(String.class).list();
	}

	/** What the engine says became of the items of a step. */
	List<String> items(String step) {
		return this.owner.sql("""
				SELECT CONCAT_WS(' ', i.item_key, i.state, i.reason, i.error)
				FROM batch_item i JOIN batch_step s ON s.step_id = i.step_id
				WHERE s.step = :step ORDER BY i.ordinal
				""").param("step", step).query(String.class).list();
	}

	List<String> one(String sql) {
		return this.owner.sql(sql).query(String.class).list();
	}

	void sql(String sql) {
		this.owner.sql(sql).update();
	}

	private void create(String table) {
		this.owner.sql("CREATE TABLE " + table + " DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin").update();
	}

}
