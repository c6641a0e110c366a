package dev.perennial.demo.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.money.Money;

/** The calls that only read: one intent, lists, search, refunds and the books as CSV. */
final class Reading {

	private static final Pattern CLAUSE = Pattern.compile("\\s*metadata\\['([^']+)']:'([^']*)'\\s*");

	private final Ledger ledger;

	Reading(Ledger ledger) {
		this.ledger = ledger;
	}

	Answer intent(String id) {
		Intent intent = this.ledger.intent(id);
		return (intent != null) ? Documents.intent(intent) : Documents.error(404, "invalid_request_error",
				"resource_missing", "intent", "No such payment_intent.");
	}

	Answer list(Parameters parameters) {
		long from = Math.max(parameters.whole("created[gte]", 0), parameters.whole("created[gt]", -1) + 1);
		long to = Math.min(parameters.whole("created[lte]", Long.MAX_VALUE),
				parameters.whole("created[lt]", Long.MAX_VALUE) - 1);
		int limit = limit(parameters);
		List<Intent> page = this.ledger.newest(parameters.get("starting_after"), Instant.ofEpochSecond(from),
				(intent) -> intent.at().getEpochSecond() <= to, limit + 1);
		return Documents.intents(page.subList(0, Math.min(limit, page.size())), page.size() > limit);
	}

	private static int limit(Parameters parameters) {
		long limit = parameters.whole("limit", 10);
		if (limit < 1 || limit > 100) {
			throw new CallRefused("parameter_invalid_integer", "limit", "Expected 1 to 100.");
		}
		return (int) limit;
	}

	Answer search(Parameters parameters) {
		Predicate<Intent> wanted = (intent) -> true;
		for (String clause : parameters.get("query").split(" AND ")) {
			Matcher parts = CLAUSE.matcher(clause);
			if (!parts.matches()) {
				throw new CallRefused("parameter_invalid", "query", "Expected metadata['name']:'value' AND ...");
			}
			wanted = wanted.and((intent) -> parts.group(2).equals(intent.metadata().get(parts.group(1))));
		}
		List<Intent> found = new ArrayList<>(this.ledger.searched(wanted));
		Collections.reverse(found);
		return Documents.searched(found.subList(0, Math.min(limit(parameters), found.size())));
	}

	Answer refunds(Parameters parameters) {
		return Documents.refunds(this.ledger.refundsOf(parameters.get("payment_intent")));
	}

	Answer books() {
		StringBuilder csv = new StringBuilder("reference,amount,currency,outcome,at\r\n");
		for (Intent intent : this.ledger.intents()) {
			csv.append(quoted(intent.reference()))
				.append(',')
				.append(Money.of(intent.amount(), intent.currency()).digits())
				.append(',')
				.append(intent.currency())
				.append(intent.ending().isCharged() ? ",succeeded," : ",declined,")
				.append(intent.at())
				.append("\r\n");
		}
		return new Answer(200, "text/csv; charset=utf-8", csv.toString());
	}

	private static String quoted(String value) {
		return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
	}

}
