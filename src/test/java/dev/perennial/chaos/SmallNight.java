package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.demo.LocalServers;
import dev.perennial.night.NightResult;
import dev.perennial.testing.Members;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Chunks;
import dev.perennial.testing.TestDatabase;

/**
 * The same evening again and again: one or two of each of what a night does, on one
 * schema, with servers of its own each time. The night before it has run, so that an
 * invoice is open.
 * <p>
 * One worker takes the parts of a plan one after the other, each chunk of one item, so
 * that the n-th moment of a night is the same in each; only charges and mails, of which
 * several are in flight, come in another order, and are as many.
 */
public final class SmallNight implements AutoCloseable {

	public static final LocalDate D = LocalDate.of(2026, 6, 23);

	public static final int CONNECTIONS = 2;

	/** Items of a chunk, so that each plan has several. */
	static final int CHUNK = 1;

	private static final String LONG_LEASE = "night.lease=30s";

	private static final String SHORT_LEASE = "night.lease=1s";

	/**
	 * For a process from which nobody takes over while it lives: it stays sure of its
	 * lease, however busy the machine is, and does nothing twice for that.
	 */
	public static final String SURE_OF_ITS_LEASE = "--" + LONG_LEASE;

	/** No card of it stays without an answer, however busy the machine is. */
	private static final String PATIENT = "gateway.read-timeout=30s";

	/** Which the night asks about: for a claim, and for a notice. */
	private static final String WITH_VAT_IDS = """
			UPDATE partner SET country = 'FR', vat_id = CONCAT('FR33', CRC32(partner_id) % 900000000 + 100000000)
			 WHERE partner_id IN ('PCARD2', 'PNOTICE2')
			""";

	private final TestDatabase database;

	private final Path folder;

	private final QuickStart quick;

	private final List<String> arguments;

	private int evenings;

	public SmallNight(Path folder) throws IOException {
		this(folder, QuickStart.standard());
	}

	/** Worked by processes of another kind. */
	public SmallNight(Path folder, QuickStart quick) throws IOException {
		this(folder, quick, TestDatabase.take());
	}

	/** On a schema of its own, which it closes. */
	public SmallNight(Path folder, QuickStart quick, TestDatabase database) throws IOException {
		this.database = database;
		this.folder = folder;
		this.quick = quick;
		Path before = folder.resolve("before");
		try (RunningProgram program = new RunningProgram(this.database, before,
				Chunks.of(CHUNK, LONG_LEASE, PATIENT, "mail.connections=" + CONNECTIONS, "work.threads=1"))) {
			members().load(program, before, D.minusDays(1));
			NightResult first = program.night(D.minusDays(1));
			if (!first.nights().get(0).closed()) {
				throw new IllegalStateException("The night before: " + first);
			}
			this.database.ownerJdbc().sql(WITH_VAT_IDS).update();
			this.arguments = program.arguments()
				.stream()
				.map((argument) -> argument.replace(LONG_LEASE, SHORT_LEASE))
				.toList();
		}
		this.database.keep();
	}

	/** The schema of all evenings. */
	public TestDatabase database() {
		return this.database;
	}

	/** The evening before the night, as it always is. */
	public Evening evening() throws IOException {
		this.database.restore();
		Path own = this.folder.resolve("evening-" + ++this.evenings);
		LocalServers servers = new LocalServers(own, Duration.ofMillis(300), Clock.systemUTC());
		fillInbox(servers.inbox());
		return new Evening(this.database, servers, this.arguments, own, this.quick, new AtomicInteger());
	}

	private static Members members() {
		LocalDate yesterday = D.minusDays(1);
		return new Members().renewing(2, "CARD", yesterday)
			.declining(1, "DECLINED", yesterday)
			.invoiced(1, "TRANSFER", yesterday)
			.invoiced(2, "PAYS", D.minusDays(2))
			.ending(1, "OPENS", yesterday)
			.ending(2, "LAPSES", D.minusDays(31))
			.renewing(2, "NOTICE", D.plusDays(42))
			.ending(1, "EXPIRY", D.plusDays(30));
	}

	private static void fillInbox(Path inbox) throws IOException {
		Files.createDirectories(inbox);
		Files.writeString(inbox.resolve("requests-%s.csv".formatted(D)), """
				request_id,submitted_on,type,subscription_id,partner_id,offer,currency,payment_method,card_token,\
				card_expires,note
				R1,%1$s,PURCHASE,,PNOTICE1,BRONZE,EUR,card,pm_card_visa,2031-01,
				R2,%1$s,PURCHASE,,PNOTICE1,BRONZE,EUR,card,pm_card_visa,2031-01,
				""".formatted(D));
		Files.writeString(inbox.resolve("bank-%s.csv".formatted(D)), """
				entry_id,booked_on,amount,currency,reference,payer
				B1,%1$s,790.00,EUR,INV-2026-000001,PAYS1
				B2,%1$s,790.00,EUR,INV-2026-000002,PAYS2
				""".formatted(D));
	}

	@Override
	public void close() {
		this.database.close();
	}

}
