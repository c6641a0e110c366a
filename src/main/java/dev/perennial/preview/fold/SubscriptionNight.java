package dev.perennial.preview.fold;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import dev.perennial.notice.Notice;
import dev.perennial.preview.fold.Foreseen.Kind;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.AutomaticRenewal;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Pricing;
import dev.perennial.renewal.Tonight;
import dev.perennial.renewal.Verdict;
import dev.perennial.renewal.WindowTurn;

/**
 * The night of one subscription, job after job.
 */
public final class SubscriptionNight {

	private final Tonight tonight;

	private final Errands errands;

	private final Dossier start;

	private final Observation observation;

	private final NightLog log;

	private Dossier facts;

	private boolean failed;

	/**
	 * @param facts as they are before the night
	 * @param errands what waits to be done about it
	 */
	public SubscriptionNight(Dossier facts, Errands errands, Tonight tonight) {
		this.facts = facts;
		this.start = facts;
		this.errands = errands;
		this.tonight = tonight;
		this.observation = new Observation(facts, tonight.date());
		this.log = new NightLog(this.observation);
		errands.notices()
			.stream()
			.filter((notice) -> facts.notices().stream().noneMatch((known) -> known.id().equals(notice.id())))
			.forEach((notice) -> this.log.beside().put(notice.id(), notice));
	}

	/** The night as the jobs do it, without what arrived. */
	public SubscriptionNight through(Set<String> jobs, boolean scoped) {
		if (jobs.contains(Jobs.INTAKE)) {
			lookUp(scoped);
			endRequests();
		}
		return afterIntake(jobs, scoped);
	}

	/** What comes after what arrived was taken in. */
	SubscriptionNight afterIntake(Set<String> jobs, boolean scoped) {
		if (jobs.contains(Jobs.RENEWALS)) {
			decided(Jobs.RENEWALS, AutomaticRenewal::decide);
			changed(Jobs.RENEWALS, (dossier) -> new CardNight(this.log, this.tonight).charged(dossier));
			this.errands.refunds()
				.forEach((refund) -> this.log.put(Jobs.RENEWALS,
						new Thing(Kind.REFUND, this.start.id(), "REFUND", refund.paymentId()),
						new Result("REFUNDED", null, null, refund.amount())));
		}
		if (jobs.contains(Jobs.WINDOWS)) {
			decided(Jobs.WINDOWS, WindowTurn::decide);
		}
		if (jobs.contains(Jobs.INVOICES) && !scoped) {
			changed(Jobs.INVOICES, (dossier) -> new DocumentNight(this.log, this.tonight).issued(dossier));
		}
		if (jobs.contains(Jobs.NOTICES)) {
			changed(Jobs.NOTICES,
					(dossier) -> new NoticeNight(this.log, this.start, this.tonight).planned(dossier, scoped));
			changed(Jobs.NOTICES, (dossier) -> new NoticeNight(this.log, this.start, this.tonight).mailed(dossier));
		}
		return this;
	}

	/**
	 * What a person wants tried again is taken, and charges of which nobody knows are
	 * looked up, and supposed to be found.
	 */
	void lookUp(boolean scoped) {
		if (!scoped) {
			changed(Jobs.INTAKE, (dossier) -> errandNight().retried(dossier));
		}
		changed(Jobs.INTAKE, (dossier) -> new CardNight(this.log, this.tonight).lookedUp(dossier));
	}

	void endRequests() {
		changed(Jobs.INTAKE, (dossier) -> errandNight().ended(dossier));
	}

	private ErrandNight errandNight() {
		return new ErrandNight(this.log, this.tonight, this.errands);
	}

	/** The facts that something which arrived leaves. */
	void arrived(Dossier after) {
		changed(Jobs.INTAKE, (dossier) -> after);
	}

	/** A step that a verdict decides. */
	private void decided(String job, BiFunction<Dossier, Tonight, Verdict> decision) {
		changed(job, (dossier) -> this.log.told(job, decision.apply(dossier, this.tonight)));
	}

	/**
	 * A step of a job, on the facts as it would read them; what cannot be decided is
	 * parked, as the job would park it (rules 11.3).
	 */
	private void changed(String job, UnaryOperator<Dossier> step) {
		if (this.failed) {
			return;
		}
		reread();
		try {
			Dossier after = step.apply(this.facts);
			if (this.observation.isPriced(after) && Pricing.dependsOnVatId(after.partner(), this.tonight)) {
				this.observation.suppose(Supposition.IF_VAT_ANSWERED);
			}
			this.observation.see(job, after);
			this.facts = after;
		}
		catch (RuntimeException ex) {
			this.failed = true;
			this.log.put(job, new Thing(Kind.SUBSCRIPTION, this.start.id(), "", this.start.id()),
					new Result("PARKED", ex.getMessage(), null, null));
		}
	}

	private void reread() {
		Dossier read = Reread.inTheSameNight(this.facts);
		for (Notice notice : this.facts.notices()) {
			if (notice.state().isToSend() && !read.notices().contains(notice)) {
				this.log.beside().put(notice.id(), notice);
			}
		}
		this.facts = read;
		this.observation.rebase(read);
	}

	NightLog log() {
		return this.log;
	}

	/** The facts as they are now. */
	public Dossier facts() {
		return this.facts;
	}

	public List<Step> steps() {
		return this.log.steps();
	}

	/** What happens, the last word about each thing. */
	public Collection<Foreseen> items() {
		return this.log.items();
	}

	/** The next business date on which something can happen to it. */
	public Optional<LocalDate> nextLook() {
		return this.log.nextLook();
	}

	/** The same subscription in a later night, with all that this one left. */
	public SubscriptionNight later(Tonight other) {
		Dossier read = Reread.inALaterNight(this.facts);
		return new SubscriptionNight(read, Errands.NONE, other);
	}

}
