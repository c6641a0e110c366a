package dev.perennial.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SampleEvents.Event;
import dev.perennial.notice.Subject;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes the sample: partners whose subscriptions meet every rule, and what comes in and
 * is done in the fourteen months after a date.
 */
public final class SamplePartners {

	/** The date of the demo where none is asked for. */
	public static final LocalDate DEMO_DATE = LocalDate.of(2026, 6, 23);

	private static final String BANK = "entry_id,booked_on,amount,currency,reference,payer";

	private final LocalDate day;

	private final Mix mix;

	private final SampleRequests requests;

	private final SampleEvents events;

	/**
	 * @param day D, the date of the first night and of the import before it
	 */
	public SamplePartners(LocalDate day) {
		this.day = day;
		this.mix = new Mix(day);
		this.requests = new SampleRequests(this.mix, day);
		this.events = new SampleEvents(this.mix, day, this.requests);
	}

	/**
	 * How many subscriptions the sample has where no size is asked for; the least it can
	 * have.
	 */
	public int size() {
		return this.mix.once().size();
	}

	/**
	 * Writes all files, as {@code files.txt} beside this class lists them.
	 * @param folder where to; it is made if it is not there
	 * @param size how many subscriptions
	 * @param catalogue the catalogue of the first night
	 * @throws IllegalArgumentException if the size is less than {@link #size()}
	 */
	public void writeTo(Path folder, int size, CatalogueTexts catalogue) throws IOException {
		if (size < size()) {
			throw new IllegalArgumentException(
					"--size %d is too small, expected %d or more: each rule has its subscriptions".formatted(size,
							size()));
		}
		CsvText.write(folder.resolve("partners.csv"), SamplePartner.HEADER,
				Stream.concat(this.mix.sized(size).map(SamplePartners::partner), buyers().stream()));
		CsvText.write(folder.resolve("subscriptions.csv"), SampleSubscription.HEADER,
				this.mix.sized(size).map((subscription) -> subscription.row(this.day)));
		writeChecks(folder, size);
		writeInbox(folder.resolve("inbox"));
		writeChangedPartners(folder);
		writeCatalogues(folder, catalogue);
		writeByHand(folder);
		CsvText.write(folder.resolve("payers.csv"), Payers.HEADER, Payers.of(this.mix).stream().map(Payers.Payer::row));
	}

	private void writeChecks(Path folder, int size) throws IOException {
		Map<LocalDate, List<List<String>>> files = new SampleChecks(this.day)
			.byFile(() -> this.mix.sized(size).iterator(), this.events.all(), this.mix);
		for (Map.Entry<LocalDate, List<List<String>>> file : files.entrySet()) {
			CsvText.write(on(folder, file.getKey()).resolve("qualifications.csv"), SampleChecks.HEADER,
					file.getValue().stream());
		}
	}

	private void writeInbox(Path inbox) throws IOException {
		for (Map.Entry<LocalDate, List<List<String>>> file : this.requests.byFile().entrySet()) {
			CsvText.write(inbox.resolve("requests-%s.csv".formatted(file.getKey())), SampleRequests.HEADER,
					file.getValue().stream());
		}
		Map<LocalDate, List<List<String>>> bank = new TreeMap<>();
		for (List<String> cells : TextTable.read("bank.txt", 7)) {
			List<String> row = new ArrayList<>(cells.subList(2, 7));
			row.add(1, this.day.plusDays(Integer.parseInt(cells.get(1))).toString());
			bank.computeIfAbsent(this.day.plusDays(Integer.parseInt(cells.get(0))), (key) -> new ArrayList<>())
				.add(row);
		}
		for (Map.Entry<LocalDate, List<List<String>>> file : bank.entrySet()) {
			CsvText.write(inbox.resolve("bank-%s.csv".formatted(file.getKey())), BANK, file.getValue().stream());
		}
	}

	private void writeChangedPartners(Path folder) throws IOException {
		Map<LocalDate, Map<String, List<String>>> files = new TreeMap<>();
		Map<String, List<String>> changed = new LinkedHashMap<>();
		for (Event event : this.events.all()) {
			if (event.act().equals("PARTNER")) {
				List<String> before = changed.getOrDefault(event.id(), partner(this.mix.get(event.id())));
				String[] change = event.value().split("=", 2);
				List<String> row = SamplePartner.with(before, change[0], change[1]);
				changed.put(event.id(), row);
				files.computeIfAbsent(event.on(), (key) -> new LinkedHashMap<>()).put(event.id(), row);
			}
		}
		for (Map.Entry<LocalDate, Map<String, List<String>>> file : files.entrySet()) {
			CsvText.write(on(folder, file.getKey()).resolve("partners.csv"), SamplePartner.HEADER,
					file.getValue().values().stream());
		}
	}

	private void writeCatalogues(Path folder, CatalogueTexts first) throws IOException {
		write(folder.resolve("catalog"), first);
		for (Map.Entry<LocalDate, CatalogueTexts> edition : this.events.editions(first).entrySet()) {
			write(on(folder, edition.getKey()).resolve("catalog"), edition.getValue());
		}
	}

	private static void write(Path folder, CatalogueTexts texts) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("offers.yaml"), texts.offers());
		Files.writeString(folder.resolve("seller.yaml"), texts.seller());
		Files.writeString(folder.resolve("tax.yaml"), texts.tax());
	}

	private void writeByHand(Path folder) throws IOException {
		List<String> acts = List.of("HOLD", "RELEASE", "REFUND", "END_OF_TERM", "REJECT", "RETRY");
		CsvText.write(folder.resolve("by-hand.csv"), "on,act,id",
				this.events.all()
					.stream()
					.filter((event) -> acts.contains(event.act()))
					.map((event) -> List.of(event.on().toString(), event.act(),
							event.act().equals("RETRY") ? noticeId(event) : event.id())));
	}

	/** The id of the notice that is tried again (rules 11.8). */
	private String noticeId(Event retry) {
		String key = "%s|%s|PARTNER"
			.formatted(Subject.ofTerm(retry.id(), this.mix.get(retry.id()).term().startsOn()).text(), retry.value());
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> partner(SampleSubscription subscription) {
		return SamplePartner.row(subscription.partnerId(), subscription.of().buyer(), subscription.number());
	}

	private static List<List<String>> buyers() {
		List<List<String>> rows = new ArrayList<>();
		for (List<String> cells : TextTable.read("buyers.txt", 2)) {
			rows.add(SamplePartner.row(cells.get(0), SampleCase.Buyer.of(cells.get(1)), 500 + rows.size()));
		}
		return rows;
	}

	private Path on(Path folder, LocalDate date) {
		return date.equals(this.day) ? folder : folder.resolve("later").resolve(date.toString());
	}

}
