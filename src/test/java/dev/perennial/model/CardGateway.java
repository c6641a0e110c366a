package dev.perennial.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway of the contract: what it answers to a token, and its books. */
final class CardGateway {

	/** One row per payment intent: reference, amount, currency, outcome. */
	final List<List<String>> books = new ArrayList<>();

	private final Map<String, Integer> calls = new HashMap<>();

	/** Charges that lists show only after the night. */
	private final List<String> late = new ArrayList<>();

	/** Answers SUCCEEDED, DECLINED_SOFT, DECLINED_HARD or UNKNOWN (rules 6.2). */
	String charge(Order order, Attempt attempt) {
		int call = this.calls.merge(order.number, 1, Integer::sum);
		String token = order.means.token();
		String softly = "pm_sim_soft_then_ok_";
		if (token.startsWith(softly)) {
			return (call <= Integer.parseInt(token.substring(softly.length()))) ? declined(order, attempt, "SOFT")
					: succeeded(order, attempt);
		}
		return switch (token) {
			// 6.4: 429 is waited out with the same reference
			case "pm_card_visa", "pm_sim_429_then_ok" -> succeeded(order, attempt);
			case "pm_card_visa_chargeDeclinedInsufficientFunds" -> declined(order, attempt, "SOFT");
			case "pm_sim_timeout_charged", "pm_sim_timeout_charged_late" -> chargedInSilence(order, attempt);
			case "pm_sim_timeout_not_charged" -> "UNKNOWN";
			case "pm_sim_500_then_ok" -> (call == 1) ? "UNKNOWN" : succeeded(order, attempt);
			default -> declined(order, attempt, "HARD");
		};
	}

	/** Whether its lists show the charge in the night of the call. */
	boolean showsAtOnce(Attempt attempt) {
		return shows(attempt) && !this.late.contains(attempt.reference);
	}

	/** Whether its lists show the charge in a later night. */
	boolean shows(Attempt attempt) {
		return this.books.stream().anyMatch((row) -> row.get(0).equals(attempt.reference));
	}

	private String chargedInSilence(Order order, Attempt attempt) {
		if (order.means.token().endsWith("_late")) {
			this.late.add(attempt.reference);
		}
		succeeded(order, attempt);
		return "UNKNOWN";
	}

	private String succeeded(Order order, Attempt attempt) {
		enter(order, attempt, "succeeded");
		return "SUCCEEDED";
	}

	private String declined(Order order, Attempt attempt, String how) {
		enter(order, attempt, "declined");
		return "DECLINED_" + how;
	}

	private void enter(Order order, Attempt attempt, String outcome) {
		String currency = order.cost.currency();
		this.books.add(List.of(attempt.reference, Amounts.digits(order.cost.gross(), currency), currency, outcome));
	}

}
