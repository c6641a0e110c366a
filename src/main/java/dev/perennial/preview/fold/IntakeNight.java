package dev.perennial.preview.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.perennial.dossier.waiting.StoredBankLines.StoredLine;
import dev.perennial.dossier.waiting.StoredRequest;
import dev.perennial.notice.Notice;
import dev.perennial.partner.Partner;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.Answer;
import dev.perennial.renewal.Answer.Refusal;
import dev.perennial.renewal.BankMatching.Matched;
import dev.perennial.renewal.Dealings;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.EventNotices;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.desk.BankDesk;
import dev.perennial.renewal.desk.RequestDesk;
import dev.perennial.subscription.PartnerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The night of all subscriptions that something arrived for: lines and requests are taken
 * in the order of all (rules 7.2, 11.1).
 */
public final class IntakeNight {

	private final Map<String, SubscriptionNight> nights = new LinkedHashMap<>();

	private final List<Foreseen> items = new ArrayList<>();

	private final Arrived arrived;

	private final Tonight tonight;

	/**
	 * @param nights the subscriptions that anything waits for
	 * @param arrived what arrived
	 */
	public IntakeNight(Collection<SubscriptionNight> nights, Arrived arrived, Tonight tonight) {
		nights.forEach((night) -> this.nights.put(night.facts().id(), night));
		this.arrived = arrived;
		this.tonight = tonight;
	}

	/** Takes everything in, and runs the nights of these subscriptions to their end. */
	public IntakeNight through(Set<String> jobs, boolean scoped) {
		if (jobs.contains(Jobs.INTAKE)) {
			this.nights.values().forEach((night) -> night.lookUp(scoped));
			matchBankLines();
			this.nights.values().forEach(SubscriptionNight::endRequests);
			workOffRequests(jobs.contains(Jobs.NOTICES) && !scoped);
		}
		this.nights.values().forEach((night) -> night.afterIntake(jobs, scoped));
		return this;
	}

	private void matchBankLines() {
		BankDesk desk = new BankDesk(facts(), this.arrived.bank().invoiced(), this.arrived.bank().counted(),
				this.tonight);
		for (StoredLine line : this.arrived.bank().lines()) {
			Optional<Matched> matched = desk.match(line.entry(), line.invoiceNumber());
			String result = matched.map((one) -> one.result().name()).orElse("DUPLICATE");
			Dossier after = matched.map(Matched::after).orElse(null);
			SubscriptionNight night = took(after);
			boolean named = after != null && !result.equals("UNMATCHED");
			say(night, Step.of(Jobs.INTAKE, result, "7.2", "entry %s of %s names %s".formatted(line.entry().id(),
					line.entry().amount(), line.invoiceNumber())));
			foresee(night,
					new Thing(Kind.BANK_LINE, (named && after != null) ? after.id() : "",
							named ? line.invoiceNumber() : "", line.entry().id()),
					new Result(result, null, null, matched.map(Matched::credited).orElse(null)));
		}
	}

	private void workOffRequests(boolean told) {
		RequestDesk desk = new RequestDesk(facts(), this.arrived.requests().asking(),
				this.arrived.requests().answered(), this.tonight);
		for (StoredRequest stored : this.arrived.requests().requests()) {
			PartnerRequest request = stored.request();
			Optional<Answer> answer = desk.workOff(request);
			SubscriptionNight night = took(answer.map(Answer::after).orElse(null));
			String result = answer.map((one) -> one.result().name()).orElse("DUPLICATE");
			say(night,
					Step.of(Jobs.INTAKE, result, rule(request),
							"request %s, %s of %s%s".formatted(request.id(), request.type(), request.submittedOn(),
									answer.map(Answer::reason).map((reason) -> ": " + reason).orElse(""))));
			foresee(night,
					new Thing(Kind.REQUEST, request.about().subscriptionId(), request.type().name(), request.id()),
					new Result(result, answer.map(Answer::reason).orElse(null), answer.map(Answer::date).orElse(null),
							null));
			if (told && isTold(answer)) {
				tell(request, night);
			}
		}
	}

	/** A refusal is planned and mailed by the notices of this night (rules 8.1). */
	private void tell(PartnerRequest request, @Nullable SubscriptionNight night) {
		Notice notice = EventNotices.ofRefusedRequest(request.id(), request.about().partnerId(),
				request.about().subscriptionId(), this.tonight);
		Partner partner = this.arrived.requests().asking().partners().get(request.about().partnerId());
		if (night != null) {
			night.log().beside().put(notice.id(), notice);
		}
		else if (partner != null) {
			orphan(notice, partner);
		}
	}

	/** A notice that is about no subscription is mailed (rules 8.3). */
	public void orphan(Notice notice, Partner partner) {
		Notice after = NoticeNight.mailed(notice, null, partner, this.tonight);
		this.items.add(new Foreseen(Jobs.NOTICES,
				new Thing(Kind.NOTICE, notice.about().subscriptionId(), notice.code().name(), notice.id()),
				new Result(after.state().name(), after.progress().reason(), notice.days().target(), null), Set.of()));
	}

	private static boolean isTold(Optional<Answer> answer) {
		return answer.filter((one) -> one.result() == Answer.Result.REFUSED)
			.map(Answer::reason)
			.filter((reason) -> Refusal.valueOf(reason).isTold())
			.isPresent();
	}

	private Map<String, Dossier> facts() {
		Map<String, Dossier> facts = new LinkedHashMap<>();
		this.nights.forEach((id, night) -> facts.put(id, night.facts()));
		return facts;
	}

	/**
	 * The night of the subscription that something was taken for; a bought one begins.
	 */
	private @Nullable SubscriptionNight took(@Nullable Dossier after) {
		if (after == null) {
			return null;
		}
		Function<String, SubscriptionNight> begins = (id) -> new SubscriptionNight(after.with(Dealings.NONE),
				Errands.NONE, this.tonight);
		SubscriptionNight night = this.nights.computeIfAbsent(after.id(), begins);
		night.arrived(after);
		return night;
	}

	private static void say(@Nullable SubscriptionNight night, Step step) {
		if (night != null) {
			night.log().say(step);
		}
	}

	private void foresee(@Nullable SubscriptionNight night, Thing thing, Result result) {
		this.items.add(new Foreseen(Jobs.INTAKE, thing, result, (night != null) ? night.log().ifs() : Set.of()));
	}

	private static String rule(PartnerRequest request) {
		return switch (request.type()) {
			case PURCHASE -> "2.3";
			case RENEW -> "4.2";
			case AUTO_RENEW_OFF -> "3.4";
			case CANCEL -> "10.1";
			case PAYMENT_METHOD -> "7.4";
			case PROOF_OF_PAYMENT -> "7.3";
		};
	}

	/** The nights of these subscriptions, bought ones among them. */
	public Collection<SubscriptionNight> nights() {
		return this.nights.values();
	}

	/** What happens to what arrived, in its order. */
	public List<Foreseen> items() {
		return List.copyOf(this.items);
	}

}
