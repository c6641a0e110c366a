package dev.perennial.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.order.Order.OrderedTerm;
import dev.perennial.order.Order.PayBy;
import dev.perennial.order.Order.Placed;
import dev.perennial.order.Progress.Billing;
import dev.perennial.order.Progress.Deadlines;
import dev.perennial.order.Progress.DocumentDue;
import dev.perennial.order.Progress.Dunning;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.TermDates;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxTreatment;
import dev.perennial.rows.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders with their attempts. */
public class Orders {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Orders(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/**
	 * The orders of the current term and of the one that would follow, by subscription,
	 * oldest first.
	 */
	public Map<String, List<Order>> current(Collection<String> subscriptionIds) {
		return read("""
				SELECT o.*, c.expires_on
				  FROM subscription s
				  STRAIGHT_JOIN renewal_order o FORCE INDEX (one_paid_order_per_term)
				       ON o.subscription_id = s.subscription_id AND o.seq >= COALESCE(s.term_seq, 0)
				  LEFT JOIN card c ON c.card_id = o.card_id
				 WHERE s.subscription_id IN (:keys)
				""", subscriptionIds).stream()
			.sorted(Comparator.comparing((Order order) -> order.placed().createdIn())
				.thenComparing((order) -> order.placed().orderedOn())
				.thenComparing(Order::number))
			.collect(Collectors.groupingBy((order) -> order.placed().subscriptionId()));
	}

	/** Orders by number. */
	public Map<String, Order> byNumber(Collection<String> numbers) {
		return read("""
				SELECT o.*, c.expires_on
				  FROM renewal_order o FORCE INDEX (PRIMARY)
				  LEFT JOIN card c ON c.card_id = o.card_id
				 WHERE o.order_number IN (:keys)
				""", numbers).stream().collect(Collectors.toMap(Order::number, (order) -> order));
	}

	/** Most orders have no attempts, so these are read after them. */
	private List<Order> read(String sql, Collection<String> keys) {
		Set<String> attempted = new TreeSet<>();
		List<Order> orders = this.jdbc.sql(sql).param("keys", keys).query((row, number) -> {
			if (row.getInt("attempts") > 0) {
				attempted.add(row.getString("order_number"));
			}
			return order(row);
		}).list();
		if (attempted.isEmpty()) {
			return orders;
		}
		Map<String, List<Attempt>> attempts = attempts(attempted);
		return orders.stream()
			.map((order) -> order.withAttempts(attempts.getOrDefault(order.number(), List.of())))
			.toList();
	}

	private Map<String, List<Attempt>> attempts(Collection<String> orderNumbers) {
		return this.jdbc.sql("""
				SELECT order_number, attempt_no, state, planned_in, settled_in
				  FROM charge_attempt FORCE INDEX (one_attempt_number)
				 WHERE order_number IN (:numbers)
				 ORDER BY order_number, attempt_no
				""")
			.param("numbers", orderNumbers)
			.query((row, number) -> Map.entry(row.getString("order_number"),
					new Attempt(row.getInt("attempt_no"), AttemptState.valueOf(row.getString("state")),
							row.getObject("planned_in", LocalDate.class),
							row.getObject("settled_in", LocalDate.class))))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** Adds orders that were claimed. */
	public void add(List<Order> orders) {
		this.rows.insert(
				"""
						INSERT INTO renewal_order (state, state_reason, state_in, due_on, expires_after, extended, next_attempt_on,
						       attempts, not_charged, paid, invoice_number, document_due, term_off, parked_error, parked_in,
						       order_number, subscription_id, seq, origin, ordered_on, created_in, payment_method, card_id, anchor,
						       starts_on, ends_on, currency, net, tax_rate, tax, gross, tax_treatment, qualified_on)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				orders.stream().map(Orders::all).toList());
	}

	/** Writes how far orders are. */
	public void update(List<Order> orders) {
		this.rows.update(
				"""
						UPDATE renewal_order
						   SET state = ?, state_reason = ?, state_in = ?, due_on = ?, expires_after = ?, extended = ?,
						       next_attempt_on = ?, attempts = ?, not_charged = ?, paid = ?, invoice_number = ?, document_due = ?,
						       term_off = ?, parked_error = ?, parked_in = ?
						 WHERE order_number IN (:keys)
						""",
				orders.stream().map(Orders::changing).toList());
	}

	private static Object[] changing(Order order) {
		Progress progress = order.progress();
		Deadlines deadlines = progress.deadlines();
		Dunning dunning = progress.dunning();
		Billing billing = progress.billing();
		return Rows.row(progress.state().name(), progress.reason(), progress.stateIn(), deadlines.dueOn(),
				deadlines.expiresAfter(), deadlines.extended(), dunning.nextOn(), order.attempts().size(),
				dunning.notCharged(), billing.paid().units(), billing.invoiceNumber(), name(billing.due()),
				billing.termOff(), dunning.parkedError(), dunning.parkedIn(), order.number());
	}

	private static Object[] all(Order order) {
		Object[] changing = changing(order);
		Placed placed = order.placed();
		Card card = placed.payBy().card();
		Amounts amounts = order.amounts();
		Object[] fixed = Rows.row(placed.subscriptionId(), placed.seq(), placed.origin().name(), placed.orderedOn(),
				placed.createdIn(), placed.payBy().method().name(), (card != null) ? card.id() : null,
				placed.term().anchor(), placed.term().dates().startsOn(), placed.term().dates().endsOn(),
				amounts.net().currency().getCurrencyCode(), amounts.net().units(), amounts.rate().basisPoints(),
				amounts.tax().units(), amounts.gross().units(), amounts.treatment().name(), placed.qualifiedOn());
		Object[] row = Arrays.copyOf(changing, changing.length + fixed.length);
		System.arraycopy(fixed, 0, row, changing.length, fixed.length);
		return row;
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static Order order(ResultSet row) throws SQLException {
		String currency = row.getString("currency");
		String due = row.getString("document_due");
		Progress progress = new Progress(OrderState.valueOf(row.getString("state")), row.getString("state_reason"),
				date(row, "state_in"),
				new Deadlines(row.getObject("due_on", LocalDate.class), date(row, "expires_after"),
						row.getBoolean("extended")),
				new Dunning(row.getObject("next_attempt_on", LocalDate.class), row.getInt("not_charged"),
						row.getString("parked_error"), row.getObject("parked_in", LocalDate.class)),
				new Billing(Money.of(row.getLong("paid"), currency), row.getString("invoice_number"),
						(due != null) ? DocumentDue.valueOf(due) : null, row.getBoolean("term_off")));
		Amounts amounts = new Amounts(Money.of(row.getLong("net"), currency),
				TaxTreatment.valueOf(row.getString("tax_treatment")), new TaxRate(row.getInt("tax_rate")));
		return new Order(row.getString("order_number"), placed(row), amounts, progress, List.of());
	}

	private static Placed placed(ResultSet row) throws SQLException {
		String cardId = row.getString("card_id");
		return new Placed(row.getString("subscription_id"), row.getInt("seq"),
				OrderOrigin.valueOf(row.getString("origin")), date(row, "ordered_on"), date(row, "created_in"),
				new OrderedTerm(date(row, "anchor"), new TermDates(date(row, "starts_on"), date(row, "ends_on"))),
				new PayBy(PaymentMethod.valueOf(row.getString("payment_method")),
						(cardId != null) ? new Card(cardId, row.getObject("expires_on", LocalDate.class)) : null),
				row.getObject("qualified_on", LocalDate.class));
	}

	private static LocalDate date(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

}
