package dev.perennial.preview.fold;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.perennial.notice.Notice;
import dev.perennial.order.Outcome;
import dev.perennial.order.PartnerCredit;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.Dossier;
import dev.perennial.subscription.RenewalWindow;

/**
 * What a night does to a subscription, seen in how its facts change; the last word about
 * a thing stands.
 */
final class Observation {

	private final LocalDate date;

	private final Map<String, Foreseen> items = new LinkedHashMap<>();

	private final Set<Supposition> ifs = EnumSet.noneOf(Supposition.class);

	private Dossier last;

	Observation(Dossier first, LocalDate date) {
		this.last = first;
		this.date = date;
	}

	/** Everything from now on rests on this. */
	void suppose(Supposition supposition) {
		this.ifs.add(supposition);
	}

	Set<Supposition> ifs() {
		return this.ifs;
	}

	/** Takes the facts as they are, without seeing a change. */
	void rebase(Dossier facts) {
		this.last = facts;
	}

	/** Whether the price of something was decided since. */
	boolean isPriced(Dossier facts) {
		return !Objects.equals(this.last.dealings().quote(), facts.dealings().quote())
				|| facts.dealings().orders().size() > this.last.dealings().orders().size();
	}

	/** Sees what a job changed. */
	void see(String job, Dossier facts) {
		for (Outcome outcome : added(this.last.dealings().outcomes(), facts.dealings().outcomes())) {
			order(job, facts.id(), outcome);
		}
		RenewalWindow window = facts.contract().window();
		if (window != null && !window.equals(this.last.contract().window())) {
			boolean lapsed = this.date.equals(window.lapsedIn());
			put(job, new Thing(Kind.WINDOW, facts.id(), "", ""),
					new Result(lapsed ? "LAPSED" : "OPENED", null, window.days().closesOn(), null));
		}
		for (PartnerCredit credit : added(this.last.dealings().credits(), facts.dealings().credits())) {
			credit(job, facts.id(), credit);
		}
		for (Notice notice : added(this.last.notices(), facts.notices())) {
			notice(job, notice);
		}
		this.last = facts;
	}

	void notice(String job, Notice notice) {
		put(job, new Thing(Kind.NOTICE, notice.about().subscriptionId(), notice.code().name(), notice.id()), new Result(
				notice.state().name(), notice.progress().reason(), notice.days().target(), notice.namedNet()));
	}

	void put(String job, Thing thing, Result result) {
		// What has no name yet is one thing, whatever asked for it
		String name = thing.id().isEmpty() ? "" : thing.name();
		this.items.put("%s %s %s".formatted(thing.kind(), name, thing.id()),
				new Foreseen(job, thing, result, this.ifs));
	}

	Collection<Foreseen> items() {
		return this.items.values();
	}

	private void order(String job, String subscription, Outcome outcome) {
		put(job, new Thing(Kind.ORDER, subscription, outcome.origin().name(), outcome.orderNumber()),
				new Result(outcome.result().what().name(), outcome.result().reason(), outcome.dates().startsOn(),
						outcome.charged()));
	}

	private void credit(String job, String subscription, PartnerCredit credit) {
		boolean back = credit.reason() == PartnerCredit.Reason.REFUND && credit.paymentId().startsWith("CARD:");
		put(job, new Thing(Kind.REFUND, subscription, credit.reason().name(), credit.paymentId()),
				new Result(back ? "REFUNDED" : "CREDITED", null, null, credit.amount()));
	}

	private static <T> List<T> added(List<T> before, List<T> after) {
		return after.stream().filter((fact) -> !before.contains(fact)).toList();
	}

}
