package dev.perennial.preview.fold;

import dev.perennial.order.Attempt;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.CardDunning;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.Verdict;
import dev.perennial.renewal.Verdict.Decided;

/** The charges of a subscription in a night, each supposed to succeed (rules 11.2). */
record CardNight(NightLog log, Tonight tonight) {

	/**
	 * UNKNOWN charges are looked up, and supposed to be found (rules 6.2); of what
	 * disagrees nothing follows before a person looked at it.
	 */
	Dossier lookedUp(Dossier dossier) {
		return settled(dossier, Jobs.INTAKE, AttemptState.UNKNOWN);
	}

	/** What is due is charged, and an intent of a run that died is sent again. */
	Dossier charged(Dossier dossier) {
		Dossier after = settled(dossier, Jobs.RENEWALS, AttemptState.INTENT);
		for (Order order : after.dealings().orders()) {
			if (order.isLive() && order.progress().dunning().nextOn() != null) {
				after = charged(after, order);
			}
		}
		return after;
	}

	private Dossier charged(Dossier dossier, Order order) {
		Verdict verdict = CardDunning.decide(dossier, order, this.tonight);
		Dossier after = this.log.told(Jobs.RENEWALS, verdict);
		return (verdict.decided() == Decided.ACTS) ? settled(after, Jobs.RENEWALS, AttemptState.INTENT) : after;
	}

	private Dossier settled(Dossier dossier, String job, AttemptState open) {
		Dossier after = dossier;
		for (Order order : dossier.dealings().orders()) {
			for (Attempt attempt : order.attempts()) {
				if (attempt.state() == open && order.progress().dunning().parkedError() == null) {
					after = succeeded(after, order, attempt, job);
				}
			}
		}
		return after;
	}

	private Dossier succeeded(Dossier dossier, Order order, Attempt attempt, String job) {
		String reference = order.merchantReference(attempt.number());
		this.log.suppose(Supposition.IF_PAID);
		this.log.say(Step.of(job, "IF_PAID", (attempt.state() == AttemptState.UNKNOWN) ? "6.2" : "6.1",
				"charge %s of %s is supposed to have succeeded".formatted(reference, order.amounts().gross())));
		this.log.put(job, new Thing(Kind.CHARGE, dossier.id(), "CARD", reference),
				new Result(AttemptState.SUCCEEDED.name(), null, null, order.amounts().gross()));
		return CardDunning.settled(dossier, order, attempt, AttemptState.SUCCEEDED, this.tonight);
	}

}
