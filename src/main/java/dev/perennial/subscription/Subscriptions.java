package dev.perennial.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.Subscription.Product;
import dev.perennial.subscription.Subscription.Standing;
import dev.perennial.rows.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The subscriptions and their terms. */
public class Subscriptions {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Subscriptions(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/**
	 * Locks subscriptions until the end of the transaction: claim and switch lock the
	 * same row, and what commits first counts (rules 3.4).
	 */
	public void lock(Collection<String> ids) {
		this.jdbc.sql("SELECT subscription_id FROM subscription WHERE subscription_id IN (:ids) ORDER BY 1 FOR UPDATE")
			.param("ids", ids)
			.query(String.class)
			.list();
	}

	/** Subscriptions by id, each with its newest term. */
	public Map<String, Subscription> byId(Collection<String> ids) {
		return this.jdbc.sql("""
				SELECT s.subscription_id, s.partner_id, s.offer, s.currency, s.created_in, s.state, s.state_reason,
				       s.benefits_until, s.payment_method, s.card_id, c.expires_on, s.method_given_in,
				       t.seq, t.anchor, t.starts_on, t.ends_on, t.origin, t.state AS term_state, t.order_number
				  FROM subscription s
				  LEFT JOIN card c ON c.card_id = s.card_id
				  LEFT JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = s.term_seq
				 WHERE s.subscription_id IN (:ids)
				""")
			.param("ids", ids)
			.query(Subscriptions::subscription)
			.stream()
			.collect(Collectors.toMap(Subscription::id, (subscription) -> subscription));
	}

	/**
	 * Adds bought subscriptions.
	 * @param date the business date, on which they are looked at
	 */
	public void add(List<Subscription> subscriptions, LocalDate date) {
		this.rows.insert("""
				INSERT INTO subscription (state, state_reason, benefits_until, payment_method, card_id, method_given_in,
				       term_seq, term_ends_on, look_on, subscription_id, partner_id, offer, currency, created_in)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", subscriptions.stream().map((subscription) -> {
			Standing standing = subscription.standing();
			Paying paying = subscription.paying();
			Term term = subscription.term();
			return Rows.row(standing.state().name(), standing.reason(), standing.benefitsUntil(),
					paying.method().name(), (paying.card() != null) ? paying.card().id() : null, paying.givenIn(),
					(term != null) ? term.seq() : null, (term != null) ? term.endsOn() : null, date, subscription.id(),
					subscription.partnerId(), subscription.product().offer(),
					subscription.product().currency().getCurrencyCode(), subscription.createdIn());
		}).toList());
	}

	/** Writes what changed of subscriptions. */
	public void update(List<SubscriptionChange> changes) {
		// The term first: nothing but what is PENDING may be without one.
		this.rows.update("UPDATE subscription SET term_seq = ?, term_ends_on = ? WHERE subscription_id IN (:keys)",
				changes.stream()
					.filter(SubscriptionChange::isInItsTerm)
					.map((change) -> term(change.after()))
					.toList());
		this.rows.update(
				"UPDATE subscription SET state = ?, state_reason = ?, benefits_until = ? WHERE subscription_id IN (:keys)",
				changes.stream()
					.filter(SubscriptionChange::isInItsStanding)
					.map((change) -> standing(change.after()))
					.toList());
		this.rows.update(
				"UPDATE subscription SET payment_method = ?, card_id = ?, method_given_in = ? WHERE subscription_id IN (:keys)",
				changes.stream()
					.filter(SubscriptionChange::isInItsPaying)
					.map((change) -> paying(change.after()))
					.toList());
	}

	/** Has subscriptions looked at in a night. */
	public void lookAgain(Collection<String> ids, LocalDate date) {
		if (ids.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("UPDATE subscription SET look_on = :date WHERE subscription_id IN (:ids) AND NOT look_on <=> :date")
			.param("date", date)
			.param("ids", ids)
			.update();
	}

	/** Adds terms that started in a night. */
	public void addTerms(Map<String, Term> terms, LocalDate date) {
		this.rows.insert(
				"""
						INSERT INTO term (subscription_id, seq, anchor, starts_on, ends_on, origin, state, order_number, started_in)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				terms.entrySet()
					.stream()
					.map((entry) -> Rows.row(entry.getKey(), entry.getValue().seq(), entry.getValue().anchor(),
							entry.getValue().startsOn(), entry.getValue().endsOn(), entry.getValue().origin().name(),
							entry.getValue().state().name(), entry.getValue().orderNumber(), date))
					.toList());
	}

	/** Moves terms to another state. */
	public void updateTerms(Map<String, Term> terms) {
		this.rows.update("UPDATE term SET state = ? WHERE seq = ? AND subscription_id IN (:keys)",
				terms.entrySet()
					.stream()
					.map((entry) -> Rows.row(entry.getValue().state().name(), entry.getValue().seq(), entry.getKey()))
					.toList());
	}

	/**
	 * Has subscriptions looked at on the given dates, or never again for {@code null}.
	 */
	public void lookAt(Map<String, @Nullable LocalDate> dates) {
		this.rows.update("UPDATE subscription SET look_on = ? WHERE subscription_id IN (:keys)",
				dates.entrySet().stream().map((entry) -> Rows.row(entry.getValue(), entry.getKey())).toList());
	}

	private static Object[] term(Subscription subscription) {
		Term term = subscription.term();
		return Rows.row((term != null) ? term.seq() : null, (term != null) ? term.endsOn() : null, subscription.id());
	}

	private static Object[] standing(Subscription subscription) {
		Standing standing = subscription.standing();
		return Rows.row(standing.state().name(), standing.reason(), standing.benefitsUntil(), subscription.id());
	}

	private static Object[] paying(Subscription subscription) {
		Paying paying = subscription.paying();
		return Rows.row(paying.method().name(), (paying.card() != null) ? paying.card().id() : null, paying.givenIn(),
				subscription.id());
	}

	private static Subscription subscription(ResultSet row, int number) throws SQLException {
		String cardId = row.getString("card_id");
		return new Subscription(row.getString("subscription_id"), row.getString("partner_id"),
				new Product(row.getString("offer"), Currency.getInstance(row.getString("currency"))),
				row.getObject("created_in", LocalDate.class),
				new Standing(SubscriptionState.valueOf(row.getString("state")), row.getString("state_reason"),
						row.getObject("benefits_until", LocalDate.class)),
				new Paying(PaymentMethod.valueOf(row.getString("payment_method")),
						(cardId != null) ? new Card(cardId, row.getObject("expires_on", LocalDate.class)) : null,
						row.getObject("method_given_in", LocalDate.class)),
				(row.getObject("seq") != null) ? term(row) : null);
	}

	private static Term term(ResultSet row) throws SQLException {
		return new Term(row.getInt("seq"), row.getObject("anchor", LocalDate.class),
				new TermDates(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
				TermOrigin.valueOf(row.getString("origin")), TermState.valueOf(row.getString("term_state")),
				row.getString("order_number"));
	}

}
