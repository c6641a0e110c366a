package dev.perennial.importing.inbox;

import java.time.LocalDate;
import java.util.function.Consumer;

import dev.perennial.importing.row.Batch;
import dev.perennial.importing.row.Reading;
import dev.perennial.importing.row.Token;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PartnerRequest;

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
		Batch<RequestLine> asked = new Batch<>((lines) -> this.requests.save(lines, sha256));
		Batch<BankLine> paid = new Batch<>((lines) -> this.bankLines.save(lines, sha256));
		read(delivery, sha256, asked::add, paid::add);
		asked.flush();
		paid.flush();
		long rows = asked.count() + paid.count();
		this.jdbc.sql("UPDATE inbox_file SET data_rows = :rows WHERE sha256 = :sha256")
			.param("rows", rows)
			.param("sha256", sha256)
			.update();
		return rows;
	}

	/** Reads the rows of a file, of the kind that it holds. */
	void read(Delivery delivery, String sha256, Consumer<RequestLine> asked, Consumer<BankLine> paid) {
		delivery.checkName();
		RowKeys keys = new RowKeys(delivery.name(), sha256);
		String read = switch (delivery.kind()) {
			case REQUESTS -> Reading.read(delivery.file(), RequestFile.COLUMNS, new RequestFile(keys)::read, asked);
			case BANK -> Reading.read(delivery.file(), BankFile.COLUMNS, new BankFile(keys)::read, paid);
		};
		if (!read.equals(sha256)) {
			throw new IllegalStateException(
					"%s changed while it was read: deliver files under another name and rename them"
						.formatted(delivery.file()));
		}
	}

	/**
	 * A request as it is read once it is stored: the card that the subscription has
	 * already, given once more, is that card.
	 */
	Unread.Asked unread(RequestLine line) {
		PartnerRequest request = line.request();
		Card card = request.card();
		Token token = line.token();
		if (card == null || token == null) {
			return new Unread.Asked(line.rowKey(), request);
		}
		Card known = this.jdbc.sql("""
				SELECT c.card_id
				  FROM subscription s
				  JOIN card c ON c.card_id = s.card_id
				 WHERE s.subscription_id = :subscription AND c.token = :token AND c.expires_on <=> :expires
				""")
			.param("subscription", request.about().subscriptionId())
			.param("token", token.value())
			.param("expires", card.expiresOn())
			.query((row, number) -> new Card(row.getString(1), card.expiresOn()))
			.optional()
			.orElse(card);
		return new Unread.Asked(line.rowKey(), new PartnerRequest(request.id(), request.submittedOn(), request.type(),
				request.about(), request.payBy(), known));
	}

}
