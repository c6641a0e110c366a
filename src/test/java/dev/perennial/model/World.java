package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Partners, bank and office: they see what a night sent out, and act later. They leave
 * alone the subscriptions that the sample names, whose course is told there.
 */
final class World {

	private final Schedule schedule = new Schedule();

	private final BeforeExpiry beforeExpiry = new BeforeExpiry(this.schedule);

	private final InWindow inWindow = new InWindow(this.schedule);

	private final AtTheBank bank = new AtTheBank(this.schedule);

	private final AfterTheCharge afterTheCharge = new AfterTheCharge(this.schedule);

	private final Office office = new Office(this.schedule);

	private final Purchases purchases;

	private final SampleFolder sample;

	/** The newest row of each partner, as partners.csv has it. */
	private final Map<String, Map<String, String>> partners = new TreeMap<>();

	private final LocalDate first;

	World(SampleFolder sample, LocalDate first) {
		this.sample = sample;
		sample.partners()
			.forEach((row) -> this.partners.put(row.getOrDefault("partner_id", ""), new LinkedHashMap<>(row)));
		this.purchases = new Purchases(this.schedule,
				this.partners.keySet().stream().filter((partner) -> partner.matches("PT-(\\d+|BUYER-\\d+)")).toList());
		this.purchases.plan(first);
		this.first = first;
	}

	/** A subscription of the sample's everyday ones, or bought by {@link Purchases}. */
	static boolean everyday(String subscription) {
		return subscription.matches("SUB-\\d+.*|P-R\\d+");
	}

	/** What lies there before the night, the import included: its files by name. */
	Map<String, String> before(LocalDate date, Books books) {
		Map<String, String> files = new TreeMap<>();
		put(files, "inbox/requests-" + date + "-world.csv", Schedule.REQUEST, this.schedule.requests.get(date));
		if (date.getDayOfMonth() == 5) {
			// 1.6: the file of yesterday once more, under another name
			put(files, "inbox/requests-" + date + "-again.csv", Schedule.REQUEST,
					this.schedule.requests.get(date.minusDays(1)));
		}
		put(files, "inbox/bank-" + date + "-world.csv", Schedule.BANK, this.schedule.bankLines.get(date));
		put(files, "import/qualifications.csv", List.of("partner_id", "offer", "checked_on", "passed"),
				Office.checks(date, books));
		put(files, "import/partners.csv", columns(), changedPartners(date));
		put(files, "by-hand.csv", SampleFolder.BY_HAND, decisions(date, books));
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
		return this.schedule.decisions.getOrDefault(date, List.of())
			.stream()
			.filter((act) -> books.support.stream()
				.anyMatch((support) -> support.open() && support.id.equals(act.get(1)))
					|| act.get(0).matches("HOLD|RELEASE"))
			.toList();
	}

	/** Everybody reads what the night sent out. */
	void after(Tonight night) {
		Books books = night.books;
		books.subscriptions.values()
			.stream()
			.filter((subscription) -> everyday(subscription.id))
			.forEach((subscription) -> this.beforeExpiry.plan(night.date, night.date.equals(this.first), subscription));
		night.windowRows.stream()
			.filter((row) -> everyday(row.get(0)))
			.forEach((row) -> this.inWindow.changed(row.get(6), books.subscription(row.get(0)).orElseThrow()));
		afterOrders(night);
		night.notices.stream()
			.filter((notice) -> notice.reason().equals("NO_CONTACT") && everyday(notice.event().subscriptionId()))
			.forEach((notice) -> this.office.unreachable(night.date, partner(night, notice.event().partnerId())));
		night.supportChanged.stream()
			.distinct()
			.filter((support) -> support.open() && support.kind.equals("LATE_OFF"))
			.filter((support) -> everyday(support.subscription.id))
			.forEach((support) -> this.office.lateOff(night.date, support));
		this.purchases.plan(night.date.plusDays(1));
	}

	private void afterOrders(Tonight night) {
		night.documents.stream()
			.filter((document) -> document.type().equals("INVOICE") && !document.order().means.card())
			.forEach((document) -> invoiced(night.date, document.order()));
		night.outcomes.forEach((order, outcome) -> {
			if (everyday(order.subscription.id)) {
				this.afterTheCharge.ended(night.date, order, outcome.outcome());
			}
		});
		night.stopped.stream()
			.filter((row) -> everyday(row.get(0)))
			.forEach((row) -> this.office.held(night.date, partner(night, row.get(1)), row.get(6)));
	}

	private void invoiced(LocalDate date, Order order) {
		List<Map<String, String>> payers = this.sample.payers(order.subscription.id);
		payers.forEach((payer) -> this.bank.pay(date, order, payer));
		if (payers.isEmpty() && everyday(order.subscription.id)) {
			this.bank.payByChance(date, order);
		}
	}

	private static Partner partner(Tonight night, String id) {
		return night.books.partner(id).orElseThrow();
	}

}
