package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.Subject;
import dev.perennial.order.Order;
import dev.perennial.order.Outcome;
import dev.perennial.partner.Partner;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.Subscription;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.WindowDays;
import org.jspecify.annotations.Nullable;

/**
 * All facts about one subscription that a night decides on. A decision takes one and
 * gives one back; what differs is what the night writes.
 *
 * @param partner whose it is
 * @param contract the subscription and the days after its term
 * @param instructions what was asked of it
 * @param dealings its orders and money
 * @param evidence what was found out about the partner
 * @param notices its notices, of the current term and of the one that would follow
 */
public record Dossier(Partner partner, Contract contract, Instructions instructions, Dealings dealings,
		Evidence evidence, List<Notice> notices) {

	public Dossier {
		notices = List.copyOf(notices);
	}

	public String id() {
		return subscription().id();
	}

	public Subscription subscription() {
		return this.contract.subscription();
	}

	/** E, the last day of the current term. */
	public LocalDate endsOn() {
		return subscription().currentTerm().endsOn();
	}

	/** The days in which the current term can be renewed by hand. */
	public WindowDays window(Tonight tonight) {
		return WindowDays.after(endsOn(), tonight.policy().renewal().windowDays());
	}

	/** Whether the current term renews by itself (rules 3.2). */
	public boolean renewsByItself() {
		Term term = subscription().term();
		return term != null && this.instructions.off(term.seq()).isEmpty();
	}

	/** The newest order of the renewal that would follow the current term. */
	public Optional<Order> newestOrder() {
		return this.dealings.newestInto(subscription().nextSeq());
	}

	/** The notice of a code about the current term. */
	public Optional<Notice> termNotice(NoticeCode code) {
		Subject subject = termSubject();
		return notice(subject, code);
	}

	public Optional<Notice> notice(Subject subject, NoticeCode code) {
		return this.notices.stream()
			.filter((notice) -> notice.code() == code && notice.subject().equals(subject))
			.findFirst();
	}

	/** The current term as the subject of notices. */
	public Subject termSubject() {
		return Subject.ofTerm(id(), subscription().currentTerm().startsOn());
	}

	public Dossier with(Subscription subscription) {
		return with(new Contract(subscription, this.contract.endedTerm(), this.contract.window()));
	}

	public Dossier with(Contract contract) {
		return new Dossier(this.partner, contract, this.instructions, this.dealings, this.evidence, this.notices);
	}

	public Dossier with(Instructions instructions) {
		return new Dossier(this.partner, this.contract, instructions, this.dealings, this.evidence, this.notices);
	}

	public Dossier with(Dealings dealings) {
		return new Dossier(this.partner, this.contract, this.instructions, dealings, this.evidence, this.notices);
	}

	public Dossier with(Order order) {
		return with(this.dealings.with(order));
	}

	public Dossier with(Outcome outcome) {
		return with(this.dealings.with(outcome));
	}

	public Dossier with(Notice notice) {
		return new Dossier(this.partner, this.contract, this.instructions, this.dealings, this.evidence,
				Lists.with(this.notices, notice,
						(other) -> other.code() == notice.code() && other.subject().equals(notice.subject())));
	}

	public Dossier then(UnaryOperator<Dossier> step) {
		return step.apply(this);
	}

	/**
	 * The subscription and the days after its term.
	 *
	 * @param subscription the subscription with its newest term
	 * @param endedTerm the term that ended when the newest one started in this night
	 * @param window the days after the current term, once it expired unrenewed
	 */
	public record Contract(Subscription subscription, @Nullable Term endedTerm, @Nullable RenewalWindow window) {

	}

}
