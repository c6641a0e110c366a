package dev.perennial.job.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.job.intake.StoredRequests.Answered;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Partners;
import dev.perennial.renewal.Answer;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.renewal.Purchase;
import dev.perennial.renewal.Requests;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.tax.VatAnswers;
import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;

/**
 * Works off the requests that partners submitted up to this night, one after another
 * (rules 1.6, 11.6).
 */
class WorkOffRequests implements RowWork {

	private final StoredRequests requests;

	private final Partners partners;

	private final Dossiers dossiers;

	private final Rulebooks rulebooks;

	WorkOffRequests(StoredRequests requests, Partners partners, Dossiers dossiers, Rulebooks rulebooks) {
		this.requests = requests;
		this.partners = partners;
		this.dossiers = dossiers;
		this.rulebooks = rulebooks;
	}

	@Override
	public String name() {
		return "work-off-requests";
	}

	@Override
	public boolean inOrder() {
		return true;
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT row_key AS item_key
				  FROM request
				 WHERE waiting_key <= :date AND (:scope = '' OR subscription_id = :scope)
				""").with("date", run.businessDate()).with("scope", run.scope());
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		List<StoredRequest> stored = this.requests.read(chunk.keys());
		Desk desk = desk(stored, tonight);
		Map<String, Item> items = chunk.items().stream().collect(Collectors.toMap(Item::key, (item) -> item));
		Outcomes outcomes = Outcomes.done();
		for (StoredRequest one : stored) {
			desk.workOff(one, Objects.requireNonNull(items.get(one.rowKey())), outcomes);
		}
		this.dossiers.save(desk.before, desk.facts.values(), tonight.date());
		this.requests.answer(desk.answers, tonight.date());
		return outcomes;
	}

	private Desk desk(List<StoredRequest> stored, Tonight tonight) {
		Set<String> subscriptions = distinct(stored, (request) -> request.about().subscriptionId());
		Map<String, Dossier> facts = this.dossiers.lock(subscriptions, tonight.date());
		Map<String, Partner> known = this.partners.byId(distinct(stored, (request) -> request.about().partnerId()));
		Map<String, Evidence> evidence = this.dossiers
			.evidence(known.values().stream().collect(Collectors.toMap(Partner::id, Partner::vatId)), tonight.date());
		Set<String> answered = this.requests.answered(distinct(stored, PartnerRequest::id));
		return new Desk(facts, new LinkedHashMap<>(facts), known, evidence, answered, new ArrayList<>(), tonight);
	}

	private static Set<String> distinct(List<StoredRequest> stored, Function<PartnerRequest, String> part) {
		return stored.stream()
			.map(StoredRequest::request)
			.map(part)
			.filter((value) -> !value.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The facts as they are after each request, so that the next one meets what it left.
	 */
	private record Desk(Map<String, Dossier> before, Map<String, Dossier> facts, Map<String, Partner> partners,
			Map<String, Evidence> evidence, Set<String> answered, List<Answered> answers, Tonight tonight) {

		void workOff(StoredRequest stored, Item item, Outcomes outcomes) {
			PartnerRequest request = stored.request();
			if (this.answered.contains(request.id())) {
				this.answers.add(new Answered(stored.rowKey(), "DUPLICATE", null, null));
				return;
			}
			Answer answer = answer(request);
			Dossier after = answer.after();
			if (after != null) {
				this.facts.put(after.id(), after);
			}
			if (answer.isFinal()) {
				this.answered.add(request.id());
				this.answers.add(new Answered(stored.rowKey(), answer.result().name(), answer.reason(), answer.date()));
			}
			else if (answer.result() == Result.PARKED) {
				outcomes.park(item, String.valueOf(answer.reason()));
			}
			else {
				outcomes.skip(item, String.valueOf(answer.reason()));
			}
		}

		private Answer answer(PartnerRequest request) {
			Partner partner = this.partners.get(request.about().partnerId());
			if (request.type() == Type.PURCHASE) {
				return Purchase.decide(request, partner,
						this.evidence.getOrDefault(request.about().partnerId(), new Evidence(null, VatAnswers.NONE)),
						this.tonight);
			}
			return Requests.decide(request, this.facts.get(request.about().subscriptionId()), partner, this.tonight);
		}

	}

}
