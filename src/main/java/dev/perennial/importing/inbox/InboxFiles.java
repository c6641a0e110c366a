package dev.perennial.importing.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.perennial.importing.row.Batch;
import dev.perennial.importing.row.Fields;
import dev.perennial.importing.row.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files whose rows are stored, each once by its content (rules 1.6). */
final class InboxFiles {

	private final JdbcClient jdbc;

	private final DeliveredRequests requests;

	private final DeliveredBankLines bankLines;

	InboxFiles(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.requests = new DeliveredRequests(jdbc);
		this.bankLines = new DeliveredBankLines(jdbc);
	}

	boolean isStored(String sha256) {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_file WHERE sha256 = :sha256")
			.param("sha256", sha256)
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Stores a file with its rows.
	 * @return how many rows it has
	 */
	long store(Delivery delivery, String sha256, LocalDate date) {
		delivery.checkName();
		this.jdbc.sql("""
				INSERT INTO inbox_file (sha256, name, kind, data_rows, stored_in)
				VALUES (:sha256, :name, :kind, 0, :date)
				""")
			.param("sha256", sha256)
			.param("name", delivery.name())
			.param("kind", delivery.kind().name())
			.param("date", date)
			.update();
		RowKeys keys = new RowKeys(delivery.name(), sha256);
		long rows = switch (delivery.kind()) {
			case REQUESTS -> store(delivery, sha256, RequestFile.COLUMNS, new RequestFile(keys)::read,
					(lines) -> this.requests.save(lines, sha256));
			case BANK -> store(delivery, sha256, BankFile.COLUMNS, new BankFile(keys)::read,
					(lines) -> this.bankLines.save(lines, sha256));
		};
		this.jdbc.sql("UPDATE inbox_file SET data_rows = :rows WHERE sha256 = :sha256")
			.param("rows", rows)
			.param("sha256", sha256)
			.update();
		return rows;
	}

	private static <T> long store(Delivery delivery, String sha256, List<String> columns,
			Function<Fields, @Nullable T> reader, Consumer<List<T>> writer) {
		Batch<T> batch = new Batch<>(writer);
		String read = Reading.read(delivery.file(), columns, reader, batch::add);
		if (!read.equals(sha256)) {
			throw new IllegalStateException(
					"%s changed while it was read: deliver files under another name and rename them"
						.formatted(delivery.file()));
		}
		batch.flush();
		return batch.count();
	}

}
