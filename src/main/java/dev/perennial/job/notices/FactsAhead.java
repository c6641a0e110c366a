package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import dev.perennial.dossier.Dossiers;
import dev.perennial.job.notices.SendableNotices.Sendable;
import dev.perennial.mail.text.Letter;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.notice.Notice;
import dev.perennial.order.Order;
import dev.perennial.renewal.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of notices that are to be sent, read for many at once a moment before the
 * first of them. Nobody else writes them meanwhile: this process has the lease.
 */
class FactsAhead {

	private final SendableNotices notices;

	private final Dossiers dossiers;

	private final LetterRows rows;

	private final Map<String, Facts> read = new ConcurrentHashMap<>();

	FactsAhead(SendableNotices notices, Dossiers dossiers, LetterRows rows) {
		this.notices = notices;
		this.dossiers = dossiers;
		this.rows = rows;
	}

	/**
	 * Reads the facts of notices for {@link #take}.
	 * @param written writes the letter of one, where it can
	 */
	void read(Collection<String> ids, LocalDate date, UnaryOperator<Facts> written) {
		facts(this.notices.read(ids), date).forEach((id, facts) -> this.read.put(id, written.apply(facts)));
	}

	/**
	 * The facts of notices, those that were not read ahead as they are now, locked; those
	 * that are not to be sent any more are left out. Who takes again, after a rollback,
	 * is given what is read again.
	 */
	Map<String, Facts> take(Collection<String> ids, LocalDate date) {
		Map<String, Facts> taken = new LinkedHashMap<>();
		Collection<String> others = new TreeSet<>();
		for (String id : ids) {
			Facts facts = this.read.remove(id);
			if (facts != null) {
				taken.put(id, facts);
			}
			else {
				others.add(id);
			}
		}
		if (!others.isEmpty()) {
			taken.putAll(facts(this.notices.lock(others), date));
		}
		return taken;
	}

	private Map<String, Facts> facts(Map<String, Sendable> sendable, LocalDate date) {
		TreeSet<String> subscriptions = new TreeSet<>();
		sendable.values().forEach((one) -> subscriptions.add(one.notice().about().subscriptionId()));
		subscriptions.remove("");
		Map<String, Dossier> dossiers = this.dossiers.read(subscriptions, date);
		Map<String, Facts> facts = new LinkedHashMap<>();
		sendable.forEach((id, one) -> facts.put(id,
				new Facts(one, dossiers.get(one.notice().about().subscriptionId()), null, null)));
		this.rows.of(facts).forEach((id, row) -> facts.computeIfPresent(id, (same, one) -> one.beside(row)));
		return facts;
	}

	/**
	 * A notice with the facts of its subscription, if it has one.
	 *
	 * @param beside what its letter says of a row beside the subscription, if anything
	 * @param letter what it says, if that was written ahead
	 */
	record Facts(Sendable sendable, @Nullable Dossier dossier, @Nullable Matter beside, @Nullable Letter letter) {

		Notice notice() {
			return this.sendable.notice();
		}

		/** The order that it is about. */
		Optional<Order> order() {
			String number = notice().about().orderNumber();
			return (this.dossier == null) ? Optional.empty()
					: this.dossier.dealings()
						.orders()
						.stream()
						.filter((order) -> order.number().equals(number))
						.findFirst();
		}

		Facts beside(Matter row) {
			return new Facts(this.sendable, this.dossier, row, this.letter);
		}

		Facts saying(Letter said) {
			return new Facts(this.sendable, this.dossier, this.beside, said);
		}

		/** With what was learnt of it from a journal. */
		Facts knowing(Sendable now) {
			return new Facts(now, this.dossier, this.beside, this.letter);
		}

	}

}
