package dev.perennial.demo.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How a charge ends, which its token says. */
enum Ending {

	/** Charged. */
	SUCCEEDED(null, null),

	/** Soft decline. */
	INSUFFICIENT_FUNDS("card_declined", "insufficient_funds"),

	/** Hard declines. */
	EXPIRED_CARD("expired_card", "expired_card"), LOST_CARD("card_declined", "lost_card"),
	INVALID_ACCOUNT("card_declined", "invalid_account"),

	/** Charged, and no answer. */
	CHARGED_SILENTLY(null, null),

	/** Charged, no answer, never in search, and in lists only after a while. */
	CHARGED_SILENTLY_LATE(null, null),

	/** Not charged, and no answer. */
	SILENT(null, null),

	/** Not charged; status 500, which is the answer to this key for good. */
	ERROR(null, null),

	/** Not charged; status 429, and the key is not used up. */
	BUSY(null, null);

	private static final Pattern SOFT_THEN_OK = Pattern.compile("pm_sim_soft_then_ok_(\\d{1,4})");

	private final @Nullable String code;

	private final @Nullable String declineCode;

	Ending(@Nullable String code, @Nullable String declineCode) {
		this.code = code;
		this.declineCode = declineCode;
	}

	/**
	 * How a call ends.
	 * @param token the card's token
	 * @param nth the how manieth call of its order it is, from 1
	 */
	static Ending of(String token, int nth) {
		Matcher softThenOk = SOFT_THEN_OK.matcher(token);
		if (softThenOk.matches()) {
			return (nth <= Integer.parseInt(softThenOk.group(1))) ? INSUFFICIENT_FUNDS : SUCCEEDED;
		}
		return switch (token) {
			case "pm_card_visa" -> SUCCEEDED;
			case "pm_card_visa_chargeDeclinedInsufficientFunds" -> INSUFFICIENT_FUNDS;
			case "pm_card_visa_chargeDeclinedExpiredCard" -> EXPIRED_CARD;
			case "pm_card_visa_chargeDeclinedLostCard" -> LOST_CARD;
			case "pm_sim_timeout_charged" -> CHARGED_SILENTLY;
			case "pm_sim_timeout_charged_late" -> CHARGED_SILENTLY_LATE;
			case "pm_sim_timeout_not_charged" -> SILENT;
			case "pm_sim_500_then_ok" -> (nth == 1) ? ERROR : SUCCEEDED;
			case "pm_sim_429_then_ok" -> (nth == 1) ? BUSY : SUCCEEDED;
			default -> INVALID_ACCOUNT;
		};
	}

	boolean isCharged() {
		return this == SUCCEEDED || this == CHARGED_SILENTLY || this == CHARGED_SILENTLY_LATE;
	}

	boolean isDeclined() {
		return this.code != null;
	}

	boolean isSilent() {
		return this == CHARGED_SILENTLY || this == CHARGED_SILENTLY_LATE || this == SILENT;
	}

	@Nullable String code() {
		return this.code;
	}

	@Nullable String declineCode() {
		return this.declineCode;
	}

}
