package dev.perennial.job.invoices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.perennial.invoice.Drafting.Sale;
import dev.perennial.order.Order;
import dev.perennial.order.OrderMoney;
import dev.perennial.order.Orders;
import dev.perennial.order.Quote;
import dev.perennial.partner.Partner;
import dev.perennial.partner.Partners;
import dev.perennial.renewal.Invoicing;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders with what their documents say of them, and nothing else. */
class OpenSales {

	private final JdbcClient jdbc;

	private final Subscriptions subscriptions;

	private final Partners partners;

	private final Orders orders;

	private final OrderMoney money;

	OpenSales(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.subscriptions = new Subscriptions(jdbc);
		this.partners = new Partners(this.jdbc);
		this.orders = new Orders(jdbc);
		this.money = new OrderMoney(jdbc);
	}

	/**
	 * Locks subscriptions until the end of the transaction, has them looked at in this
	 * night, and reads what was sold by orders of them.
	 * @return by order number
	 */
	Map<String, Sale> lock(Collection<String> subscriptionIds, Collection<String> orderNumbers, Tonight tonight) {
		Map<String, Bought> bought = bought(subscriptionIds, "FOR UPDATE");
		this.subscriptions.lookAgain(bought.entrySet()
			.stream()
			.filter((entry) -> !tonight.date().equals(entry.getValue().lookOn()))
			.map(Map.Entry::getKey)
			.toList(), tonight.date());
		return sales(bought, orderNumbers, this.money.quotesOf(orderNumbers), tonight);
	}

	/**
	 * Reads what was sold by orders, without what was announced for them.
	 * @return by order number
	 */
	Map<String, Sale> look(Collection<String> subscriptionIds, Collection<String> orderNumbers, Tonight tonight) {
		return sales(bought(subscriptionIds, ""), orderNumbers, Map.of(), tonight);
	}

	private Map<String, Sale> sales(Map<String, Bought> bought, Collection<String> orderNumbers,
			Map<String, Quote> quotes, Tonight tonight) {
		Map<String, Partner> buyers = this.partners
			.byId(bought.values().stream().map(Bought::partnerId).collect(Collectors.toSet()));
		Map<String, Sale> sales = new LinkedHashMap<>();
		for (Order order : this.orders.byNumber(orderNumbers).values()) {
			Bought what = Objects.requireNonNull(bought.get(order.placed().subscriptionId()));
			sales.put(order.number(), Invoicing.sale(order, what.offer(),
					Objects.requireNonNull(buyers.get(what.partnerId())), quotes.get(order.number()), tonight));
		}
		return sales;
	}

	private Map<String, Bought> bought(Collection<String> subscriptionIds, String lock) {
		return this.jdbc.sql("""
				SELECT subscription_id, partner_id, offer, look_on FROM subscription
				 WHERE subscription_id IN (:ids) ORDER BY subscription_id\s
				""" + lock)
			.param("ids", subscriptionIds)
			.query((row, number) -> Map.entry(row.getString(1),
					new Bought(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class))))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Who has a subscription to what, and when it is looked at next. */
	private record Bought(String partnerId, String offer, @Nullable LocalDate lookOn) {
	}

}
