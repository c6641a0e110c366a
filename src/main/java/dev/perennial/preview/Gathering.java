package dev.perennial.preview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import dev.perennial.dossier.waiting.StoredBankLines.StoredLine;
import dev.perennial.dossier.waiting.StoredRequest;
import dev.perennial.notice.Notice;
import dev.perennial.partner.Partners;
import dev.perennial.preview.fold.Arrived;
import dev.perennial.preview.fold.Errands;
import dev.perennial.preview.fold.IntakeNight;
import dev.perennial.preview.fold.SubscriptionNight;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;

/** Finds what a night must look at, as the night does, and reads its facts. */
class Gathering {

	private final SupposedFacts facts;

	private final Arrivals arrivals;

	private final WaitingErrands errands;

	private final Looks looks;

	private final Partners partners;

	Gathering(SupposedFacts facts, Arrivals arrivals, WaitingErrands errands, Looks looks, Partners partners) {
		this.facts = facts;
		this.arrivals = arrivals;
		this.errands = errands;
		this.looks = looks;
		this.partners = partners;
	}

	/**
	 * The night of all subscriptions that something arrived for or waits for, run to its
	 * end: as many as partners wrote or paid, in memory.
	 */
	IntakeNight touched(Tonight tonight, Set<String> jobs) {
		boolean intake = jobs.contains("intake");
		Arrived arrived = intake ? this.arrivals.all(tonight.date()) : Arrived.NOTHING;
		Map<String, Errands> waiting = this.errands.all();
		Set<String> ids = new TreeSet<>(waiting.keySet());
		ids.addAll(named(arrived));
		IntakeNight night = new IntakeNight(nights(ids, waiting, tonight), arrived, tonight);
		if (jobs.contains("notices")) {
			orphans(waiting.getOrDefault("", Errands.NONE), night);
		}
		return night.through(jobs, false);
	}

	/** The night of one subscription. */
	IntakeNight one(String subscription, Arrived arrived, Tonight tonight, Set<String> jobs, boolean scoped) {
		Map<String, Errands> waiting = this.errands.all();
		return new IntakeNight(nights(Set.of(subscription), waiting, tonight), arrived, tonight).through(jobs, scoped);
	}

	/** What arrived for one subscription. */
	Arrived arrivedFor(String subscription, Tonight tonight, boolean scoped) {
		if (scoped) {
			return this.arrivals.scoped(tonight.date(), subscription);
		}
		Arrived all = this.arrivals.all(tonight.date());
		List<StoredLine> lines = all.bank()
			.lines()
			.stream()
			.filter((line) -> subscription.equals(all.bank().invoiced().get(line.invoiceNumber())))
			.toList();
		List<StoredRequest> requests = all.requests()
			.requests()
			.stream()
			.filter((one) -> one.request().about().subscriptionId().equals(subscription))
			.toList();
		return new Arrived(new Arrived.Bank(lines, all.bank().counted(), all.bank().invoiced()),
				new Arrived.Post(requests, all.requests().answered(), all.requests().asking()));
	}

	/**
	 * Every other subscription that a night up to a date looks at, with that night's
	 * date.
	 * @param tonight the first night
	 * @param until the last date
	 * @param without those that were looked at already
	 */
	void others(Tonight tonight, LocalDate until, Collection<String> without,
			BiConsumer<SubscriptionNight, LocalDate> each) {
		Set<String> known = new HashSet<>(without);
		List<String> early = this.looks.atNewPrices(tonight).stream().filter(known::add).toList();
		nights(Set.copyOf(early), Map.of(), tonight).forEach((night) -> each.accept(night, tonight.date()));
		List<Looks.Look> looks = this.looks.next(until, null);
		while (!looks.isEmpty()) {
			Map<String, LocalDate> days = looks.stream()
				.filter((look) -> !known.contains(look.subscription()))
				.collect(Collectors.toMap(Looks.Look::subscription, Looks.Look::lookOn));
			for (Dossier dossier : this.facts.read(new TreeSet<>(days.keySet()), tonight.date()).values()) {
				each.accept(new SubscriptionNight(dossier, Errands.NONE, tonight),
						Objects.requireNonNull(days.get(dossier.id())));
			}
			looks = this.looks.next(until, looks.get(looks.size() - 1));
		}
	}

	private List<SubscriptionNight> nights(Set<String> ids, Map<String, Errands> waiting, Tonight tonight) {
		return Chunks.map(ids, (some) -> this.facts.read(some, tonight.date()))
			.values()
			.stream()
			.map((dossier) -> new SubscriptionNight(dossier, waiting.getOrDefault(dossier.id(), Errands.NONE), tonight))
			.toList();
	}

	private void orphans(Errands errands, IntakeNight night) {
		for (Notice notice : errands.notices()) {
			String partner = notice.about().partnerId();
			if (notice.state().isToSend()) {
				night.orphan(notice, Objects.requireNonNull(this.partners.byId(Set.of(partner)).get(partner)));
			}
		}
	}

	private static Set<String> named(Arrived arrived) {
		Set<String> ids = new TreeSet<>(arrived.bank().invoiced().values());
		arrived.requests().requests().forEach((one) -> ids.add(one.request().about().subscriptionId()));
		ids.remove("");
		return ids;
	}

}
