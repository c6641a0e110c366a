package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SampleDay;
import dev.perennial.night.NightResult;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;

import org.springframework.util.FileSystemUtils;

/**
 * The evening before a night with thousands of subscriptions, again and again on one
 * schema. The night before has run on the sample, so that charges are unknown, cards wait
 * for another try and invoices are open.
 */
final class BigNight implements AutoCloseable {

	static final LocalDate D = Sample.D.plusDays(1);

	static final int CONNECTIONS = 4;

	private static final int UNPAID = 40;

	private static final String[] SETTINGS = { "night.lease=30s", "mail.connections=" + CONNECTIONS,
			"charging.concurrency=30", "gateway.read-timeout=10s" };

	private final TestDatabase database = TestDatabase.take();

	private final Path folder;

	private final List<String> program;

	private final List<String> arguments;

	private int evenings;

	/**
	 * Prepares it.
	 * @param size how many subscriptions the mix has, the part that is not due included
	 * @param program how the program is started
	 */
	BigNight(Path folder, int size, List<String> program) throws IOException {
		this.folder = folder;
		this.program = program;
		Path before = Files.createDirectories(folder.resolve("before"));
		BulkFiles bulk = new BulkFiles(folder.resolve("bulk"), D);
		try (RunningProgram running = new RunningProgram(this.database, before, SETTINGS)) {
			Sample.load(running, before);
			Files.writeString(before.resolve("inbox/requests-unpaid.csv"), BulkFiles.purchasesUnpaid(D, UNPAID));
			NightResult first = running.night(Sample.D);
			if (!first.nights().get(0).closed()) {
				throw new IllegalStateException("The night before: " + first);
			}
			CatalogueTexts catalogue = CatalogueTexts.in(Path.of("config"));
			bulk.write(size, catalogue);
			running.load(bulk.folder(), Set.copyOf(Catalogue.read(catalogue).offerCodes()), D);
			this.arguments = running.arguments();
		}
		Path inbox = folder.resolve("inbox");
		new SampleDay(before.resolve("sample"), D).deliverTo(inbox);
		Files.writeString(inbox.resolve("requests-bulk.csv"), bulk.requests());
		Files.writeString(inbox.resolve("bank-bulk.csv"), bulk.bank(this.database));
		this.database.keep();
	}

	TestDatabase database() {
		return this.database;
	}

	/** The evening before the night, as it always is. */
	BigEvening evening() throws IOException, InterruptedException {
		this.database.restore();
		Path own = Files.createDirectories(this.folder.resolve("evening-" + ++this.evenings));
		for (String part : List.of("gateway-books", "mail-journal", "outbox")) {
			FileSystemUtils.copyRecursively(this.folder.resolve("before").resolve(part), own.resolve(part));
		}
		FileSystemUtils.copyRecursively(this.folder.resolve("inbox"), own.resolve("inbox"));
		ServerProcesses servers = new ServerProcesses(this.program, own);
		NightOrders orders = NightOrders.of(D, this.arguments)
			.with(servers.outside().settings())
			.with(Map.of("night.lease", "3s", "folders.catalog", this.folder.resolve("bulk/catalog").toString()));
		return new BigEvening(this.database, servers, this.program, orders, own);
	}

	@Override
	public void close() {
		this.database.close();
	}

}
