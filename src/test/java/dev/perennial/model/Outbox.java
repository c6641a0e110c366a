package dev.perennial.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last job: the rows of the night's files (the contract's "Files out"). */
final class Outbox {

	/** Sorted by the columns named first. */
	private static final Comparator<List<String>> BY_COLUMNS = (one, other) -> {
		for (int column = 0; column < one.size(); column++) {
			int order = one.get(column).compareTo(other.get(column));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	};

	private final Tonight night;

	Outbox(Tonight night) {
		this.night = night;
	}

	Map<String, List<List<String>>> files() {
		Map<String, List<List<String>>> files = new LinkedHashMap<>();
		// 9.5: every document issued for D and no other
		files.put("invoices.csv", sorted(this.night.documents.stream().map(this::invoice).toList()));
		files.put("invoice-lines.csv", sorted(this.night.documents.stream().map(this::line).toList()));
		files.put("renewals.csv", sorted(renewals()));
		files.put("windows.csv", sorted(this.night.windowRows));
		files.put("notices.csv", sorted(this.night.notices.stream().map(this::notice).toList()));
		files.put("requests.csv", sorted(this.night.requestRows));
		files.put("bank.csv", sorted(this.night.bankRows));
		return files;
	}

	private static List<List<String>> sorted(List<List<String>> rows) {
		return rows.stream().sorted(BY_COLUMNS).toList();
	}

	private List<String> invoice(Document document) {
		Order order = document.order();
		Cost cost = order.cost;
		Partner partner = document.buyer();
		String corrects = document.type().equals("CREDIT_NOTE") ? order.invoice.orElseThrow().number() : "";
		return List.of(document.number(), document.type(), this.night.date.toString(), document.payable().due(),
				partner.id(), partner.name(), partner.vatId(), partner.country(), cost.currency(),
				digits(cost, cost.net()), digits(cost, cost.taxAmount()), digits(cost, cost.gross()),
				cost.tax().treatment(), order.subscription.id, order.subscription.offer, order.span.starts().toString(),
				order.span.ends().toString(), order.means.method(), document.payable().status(), corrects);
	}

	private List<String> line(Document document) {
		Cost cost = document.order().cost;
		Offer offer = this.night.offer(document.order().subscription);
		String net = digits(cost, cost.net());
		return List.of(document.number(), "1", offer.names().getOrDefault("en", offer.code()), "1", net, net,
				cost.tax().percent().setScale(2).toPlainString(), digits(cost, cost.taxAmount()));
	}

	private List<List<String>> renewals() {
		List<List<String>> rows = new ArrayList<>(this.night.stopped);
		this.night.outcomes.forEach((order, outcome) -> {
			String charged = outcome.outcome().equals("RENEWED") ? digits(order.cost, order.cost.gross()) : "";
			rows.add(List.of(order.subscription.id, order.subscription.partnerId, order.origin.name(),
					order.span.starts().toString(), order.span.ends().toString(), outcome.outcome(), outcome.reason(),
					order.number, charged, order.cost.currency()));
		});
		return rows;
	}

	private List<String> notice(Notice notice) {
		String messageId = notice.sent() ? "<" + notice.id() + "@perennial.example>" : "";
		return List.of(notice.event().subscriptionId(), notice.event().partnerId(), notice.event().code(),
				notice.days().target().toString(), notice.state(), notice.reason(), notice.id(), messageId);
	}

	private static String digits(Cost cost, long units) {
		return Amounts.digits(units, cost.currency());
	}

}
