package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.perennial.dossier.DossierWork;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.NextLook;
import dev.perennial.renewal.NoticePlan;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Subscriptions;
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

	private final Subscriptions subscriptions;

	PlanNotices(Dossiers dossiers, Rulebooks rulebooks, Subscriptions subscriptions) {
		super("plan-notices", DUE, NoticePlan::decide, dossiers, rulebooks);
		this.subscriptions = subscriptions;
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
