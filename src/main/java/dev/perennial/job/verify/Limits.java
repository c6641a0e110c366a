package dev.perennial.job.verify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.perennial.offer.Offer;
import dev.perennial.offer.OfferPolicies;
import dev.perennial.renewal.Policy;
import dev.perennial.renewal.Rulebook;

/**
 * What the invariants take from the settings that a night stored (rules 1.1).
 *
 * @param policy the numbers of the rules
 * @param offers which offers have which policy
 * @param lease how long the lease of a process that died still counts
 */
public record Limits(Policy policy, Offers offers, Duration lease) {

	/** The numbers as the rules give them, for offers that need no qualification. */
	public static final Limits DEFAULTS = new Limits(Policy.DEFAULTS, new Offers(List.of(), List.of(), List.of()),
			Duration.ofSeconds(30));

	/**
	 * What a night stored. A check of everything judges earlier nights by it too: where a
	 * number was changed since, what was right then may be called wrong.
	 */
	public static Limits of(Rulebook rulebook, Duration lease) {
		return new Limits(rulebook.policy(), Offers.of(rulebook.catalogue().offers().values().stream().toList()),
				lease);
	}

	/** The values by the names of the parameters in the files of the invariants. */
	Map<String, Object> params() {
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("window_days", this.policy.renewal().windowDays());
		params.put("qualification_valid_days", this.policy.renewal().qualificationValidDays());
		params.put("vat_answer_valid_days", this.policy.renewal().vatAnswerValidDays());
		params.put("charge_lead_days", this.policy.notice().chargeLeadDays());
		params.put("price_change_lead_days", this.policy.notice().priceChangeLeadDays());
		params.put("event_days", this.policy.notice().eventDays());
		params.put("order_due_days", this.policy.payment().orderDueDays());
		params.put("bank_tolerance", this.policy.payment().bankTolerance());
		params.put("offers_with_qualification", orNone(this.offers.withQualification()));
		params.put("offers_without_notice", orNone(this.offers.withoutNotice()));
		params.put("offers_without_benefits", orNone(this.offers.withoutBenefits()));
		params.put("lease_seconds", this.lease.toSeconds());
		return params;
	}

	// An empty list is no SQL; no offer has an empty code
	private static List<String> orNone(List<String> codes) {
		return codes.isEmpty() ? List.of("") : codes;
	}

	/**
	 * Codes of offers by their policies.
	 *
	 * @param withQualification renewed only with a passed check (rules 2.6)
	 * @param withoutNotice charged without a notice (rules 3.6)
	 * @param withoutBenefits without benefits inside the window (rules 4.5)
	 */
	public record Offers(List<String> withQualification, List<String> withoutNotice, List<String> withoutBenefits) {

		static Offers of(List<Offer> offers) {
			return new Offers(codes(offers, OfferPolicies::qualification),
					codes(offers, (policies) -> !policies.noticeBeforeCharge()),
					codes(offers, (policies) -> !policies.benefitsInWindow()));
		}

		private static List<String> codes(List<Offer> offers, Predicate<OfferPolicies> policy) {
			return offers.stream().filter((offer) -> policy.test(offer.policies())).map(Offer::code).toList();
		}

	}

}
