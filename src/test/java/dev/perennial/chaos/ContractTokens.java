package dev.perennial.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.perennial.testing.TestDatabase;

/** The card tokens that the contract knows, as a night used them. */
final class ContractTokens {

	private static final List<Pattern> KNOWN = List
		.of("pm_card_visa", "pm_card_visa_chargeDeclinedInsufficientFunds", "pm_card_visa_chargeDeclinedExpiredCard",
				"pm_card_visa_chargeDeclinedLostCard", "pm_sim_soft_then_ok_\\d+", "pm_sim_timeout_charged",
				"pm_sim_timeout_not_charged", "pm_sim_500_then_ok", "pm_sim_429_then_ok")
		.stream()
		.map(Pattern::compile)
		.toList();

	/**
	 * Charged on the evening before and settled by the intake of the night: whether the
	 * night of its call finds it depends on how long that night takes.
	 */
	private static final String LATE = "pm_sim_timeout_charged_late";

	private static final String OTHER = "any other";

	private ContractTokens() {
	}

	/** Those of which a night used no card. */
	static List<String> unusedIn(LocalDate night, TestDatabase database) {
		List<String> charged = tokens(database, night, "a.planned_in = :night");
		List<String> unused = new ArrayList<>();
		for (Pattern token : KNOWN) {
			if (charged.stream().noneMatch(token.asMatchPredicate())) {
				unused.add(token.pattern());
			}
		}
		if (!tokens(database, night, "a.planned_in < :night AND a.settled_in = :night").contains(LATE)) {
			unused.add(LATE);
		}
		if (charged.stream().allMatch(ContractTokens::isKnown)) {
			unused.add(OTHER);
		}
		return unused;
	}

	private static boolean isKnown(String token) {
		return token.equals(LATE) || KNOWN.stream().anyMatch((known) -> known.matcher(token).matches());
	}

	private static List<String> tokens(TestDatabase database, LocalDate night, String attempts) {
		return database.ownerJdbc()
			.sql("SELECT DISTINCT c.token FROM charge_attempt a JOIN card c ON c.card_id = a.card_id WHERE " + attempts)
			.params(Map.of("night", night))
			.query(String.class)
			.list();
	}

}
