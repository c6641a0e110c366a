package dev.perennial.job.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.dossier.waiting.StoredRequest;
import dev.perennial.dossier.waiting.StoredRequests;
import dev.perennial.dossier.waiting.StoredRequests.Answered;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Partners;
import dev.perennial.renewal.Answer;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Evidence;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.desk.RequestDesk;
import dev.perennial.renewal.desk.RequestDesk.Asking;
import dev.perennial.subscription.PartnerRequest;
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
		Map<String, Dossier> before = this.dossiers
			.lock(distinct(stored, (request) -> request.about().subscriptionId()), tonight.date());
		RequestDesk desk = desk(stored, before, tonight);
		Map<String, Item> items = chunk.items().stream().collect(Collectors.toMap(Item::key, (item) -> item));
		Outcomes outcomes = Outcomes.done();
		List<Answered> answers = new ArrayList<>();
		for (StoredRequest one : stored) {
			Item item = Objects.requireNonNull(items.get(one.rowKey()));
			record(one, desk.workOff(one.request()), item, answers, outcomes);
		}
		this.dossiers.save(before, desk.facts(), tonight.date());
		this.requests.answer(answers, tonight.date());
		return outcomes;
	}

	private static void record(StoredRequest stored, Optional<Answer> answer, Item item, List<Answered> answers,
			Outcomes outcomes) {
		if (answer.isEmpty()) {
			answers.add(new Answered(stored.rowKey(), "DUPLICATE", null, null));
			return;
		}
		Answer given = answer.get();
		if (given.isFinal()) {
			answers.add(new Answered(stored.rowKey(), given.result().name(), given.reason(), given.date()));
		}
		else if (given.result() == Result.PARKED) {
			outcomes.park(item, String.valueOf(given.reason()));
		}
		else {
			outcomes.skip(item, String.valueOf(given.reason()));
		}
	}

	private RequestDesk desk(List<StoredRequest> stored, Map<String, Dossier> facts, Tonight tonight) {
		Map<String, Partner> known = this.partners.byId(distinct(stored, (request) -> request.about().partnerId()));
		Map<String, Evidence> evidence = this.dossiers
			.evidence(known.values().stream().collect(Collectors.toMap(Partner::id, Partner::vatId)), tonight.date());
		Set<String> answered = this.requests.answered(distinct(stored, PartnerRequest::id));
		return new RequestDesk(facts, new Asking(known, evidence), answered, tonight);
	}

	private static Set<String> distinct(List<StoredRequest> stored, Function<PartnerRequest, String> part) {
		return stored.stream()
			.map(StoredRequest::request)
			.map(part)
			.filter((value) -> !value.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
