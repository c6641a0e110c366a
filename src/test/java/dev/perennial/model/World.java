package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Partners, bank and office: they see what a night sent out, and act later. */
final class World {

	private final Schedule schedule = new Schedule();

	private final BeforeExpiry beforeExpiry = new BeforeExpiry(this.schedule);

	private final InWindow inWindow = new InWindow(this.schedule);

	private final AtTheBank bank = new AtTheBank(this.schedule);

	private final AfterTheCharge afterTheCharge = new AfterTheCharge(this.schedule);

	private final Office office = new Office(this.schedule);

	private final Purchases purchases;

	/** The newest row of each partner, as partners.csv has it. */
	private final Map<String, Map<String, String>> partners = new TreeMap<>();

	private final LocalDate first;

	World(List<Map<String, String>> partners, LocalDate first) {
		partners.forEach((row) -> this.partners.put(row.getOrDefault("partner_id", ""), new LinkedHashMap<>(row)));
		this.purchases = new Purchases(this.schedule, List.copyOf(this.partners.keySet()));
		this.first = first;
	}

	/** What lies there before the night, the import included: its files by name. */
	Map<String, String> before(LocalDate date, Books books) {
		Map<String, String> files = new TreeMap<>();
		put(files, "inbox/requests-" + date + ".csv", Schedule.REQUEST, this.schedule.requests.get(date));
		if (date.getDayOfMonth() == 5) {
			// 1.6: the file of yesterday once more, under another name
			put(files, "inbox/requests-" + date + "-again.csv", Schedule.REQUEST,
					this.schedule.requests.get(date.minusDays(1)));
		}
		put(files, "inbox/bank-" + date + ".csv", Schedule.BANK, this.schedule.bankLines.get(date));
		put(files, "import/qualifications.csv", List.of("partner_id", "offer", "checked_on", "passed"),
				Office.checks(date, books));
		put(files, "import/partners.csv", columns(), changedPartners(date));
		put(files, "support.csv", List.of("request_id", "decision"), decisions(date, books));
		return files;
	}

	private static void put(Map<String, String> files, String name, List<String> header,
			@Nullable List<List<String>> rows) {
		if (rows != null && !rows.isEmpty()) {
			files.put(name, Tables.text(header, rows));
		}
	}

	private List<String> columns() {
		return List.copyOf(this.partners.values().iterator().next().keySet());
	}

	private List<List<String>> changedPartners(LocalDate date) {
		List<List<String>> rows = new ArrayList<>();
		this.schedule.partners.getOrDefault(date, Map.of()).forEach((partner, changes) -> {
			Map<String, String> row = this.partners.getOrDefault(partner, Map.of());
			row.putAll(changes);
			rows.add(List.copyOf(row.values()));
		});
		return rows;
	}

	/** Only what is still open can be decided. */
	private List<List<String>> decisions(LocalDate date, Books books) {
		Map<String, String> decisions = this.schedule.decisions.getOrDefault(date, Map.of());
		return books.support.stream()
			.filter((support) -> support.open() && decisions.containsKey(support.id))
			.map((support) -> List.of(support.id, decisions.getOrDefault(support.id, "")))
			.toList();
	}

	/** Everybody reads what the night sent out. */
	void after(Tonight night) {
		LocalDate date = night.date;
		Books books = night.books;
		books.subscriptions.values()
			.forEach((subscription) -> this.beforeExpiry.plan(date, date.equals(this.first), subscription));
		night.windowRows.stream()
			.filter((row) -> row.get(6).equals("OPENED"))
			.forEach((row) -> this.inWindow.opened(books.subscription(row.get(0)).orElseThrow()));
		night.documents.stream()
			.filter((document) -> document.type().equals("INVOICE") && !document.order().means.card())
			.forEach((document) -> this.bank.invoiced(date, document.order()));
		night.outcomes.forEach((order, outcome) -> this.afterTheCharge.ended(date, order, outcome.outcome()));
		night.stopped.forEach((row) -> this.office.held(date, books.partner(row.get(1)).orElseThrow(), row.get(6)));
		night.notices.stream()
			.filter((notice) -> notice.reason().equals("NO_CONTACT"))
			.forEach(
					(notice) -> this.office.unreachable(date, books.partner(notice.event().partnerId()).orElseThrow()));
		lateOffs(night);
		this.purchases.plan(date.plusDays(1));
	}

	private void lateOffs(Tonight night) {
		Set<Support> changed = new HashSet<>(night.supportChanged);
		changed.stream()
			.filter((support) -> support.open() && support.kind.equals("LATE_OFF"))
			.forEach((support) -> this.office.lateOff(night.date, support));
	}

}
