package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.perennial.dossier.DossierWork;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.NewPriceList;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.NextLook;
import dev.perennial.renewal.NoticePlan;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Subscriptions;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

/**
 * Plans the notices of every subscription that this night looked at. It comes last, so it
 * also says when each of them is looked at next.
 */
class PlanNotices extends DossierWork {

	private static final String DUE = """
			SELECT s.subscription_id AS item_key
			  FROM subscription s
			 WHERE s.look_on <= :date AND (:scope = '' OR s.subscription_id = :scope)
			""";

	private final Rulebooks rulebooks;

	private final Subscriptions subscriptions;

	private final NewPriceList newPriceList;

	PlanNotices(Dossiers dossiers, Rulebooks rulebooks, Subscriptions subscriptions, NewPriceList newPriceList) {
		super("plan-notices", DUE, NoticePlan::decide, dossiers, rulebooks);
		this.rulebooks = rulebooks;
		this.subscriptions = subscriptions;
		this.newPriceList = newPriceList;
	}

	@Override
	public Plan plan(Run run) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		return this.newPriceList.of(tonight).<Plan>map((params) -> {
			Plan.Query plan = Plan.of(DUE + " UNION " + NewPriceList.CONCERNED).with("scope", run.scope());
			for (Map.Entry<String, Object> param : params.entrySet()) {
				plan = plan.with(param.getKey(), param.getValue());
			}
			return plan;
		}).orElseGet(() -> super.plan(run));
	}

	/**
	 * A run of one subscription leaves it to the run of all, which has its documents to
	 * issue.
	 */
	@Override
	protected void decided(Run run, List<Dossier> after, Tonight tonight) {
		if (run.scoped()) {
			return;
		}
		Map<String, @Nullable LocalDate> next = new HashMap<>();
		after.forEach((dossier) -> next.put(dossier.id(), NextLook.after(dossier, tonight).orElse(null)));
		this.subscriptions.lookAt(next);
	}

}
