package dev.perennial.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.perennial.renewal.Tonight;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatAnswer;
import dev.perennial.vat.VatIds;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.Plan;
import dev.perennial.work.RateLimiter;
import dev.perennial.work.Run;
import org.jspecify.annotations.Nullable;

/**
 * Asks the register about the VAT ids on which taxes of this night depend, once a day
 * each, before anything is decided (rules 5.5): a decision only reads what is stored.
 */
public class AskVatRegister implements EffectWork<String, VatAnswer> {

	private static final Pace PACE = new Pace(2, 100, 4, RateLimiter.unlimited());

	private final VatIds register;

	private final VatAnswers answers;

	private final Rulebooks rulebooks;

	private final String partnersSql;

	/**
	 * @param partnersSql a SELECT of the {@code partner_id} of all whose tax this night
	 * decides, with the parameters {@code :date} and {@code :scope}
	 */
	public AskVatRegister(VatIds register, VatAnswers answers, Rulebooks rulebooks, String partnersSql) {
		this.register = register;
		this.answers = answers;
		this.rulebooks = rulebooks;
		this.partnersSql = partnersSql;
	}

	@Override
	public String name() {
		return "ask-vat-register";
	}

	@Override
	public Plan plan(Run run) {
		Tonight tonight = this.rulebooks.tonight(run.businessDate(), run.today(), run.settings());
		return Plan.of("""
				SELECT p.vat_id AS item_key
				  FROM partner p
				 WHERE p.partner_id IN (%s)
				   AND p.vat_id <> '' AND p.country IN (:countries)
				   AND NOT EXISTS (SELECT 1 FROM vat_answer a WHERE a.vat_id = p.vat_id AND a.asked_on = :date)
				""".formatted(this.partnersSql))
			.with("date", run.businessDate())
			.with("scope", run.scope())
			.with("countries", tonight.catalogue().tax().countriesWhereVatIdsCount());
	}

	@Override
	public Pace pace() {
		return PACE;
	}

	@Override
	public Claims<String> claim(Run run, Chunk chunk) {
		Claims<String> claims = new Claims<>();
		chunk.forEach((item) -> claims.claim(item, item.key()));
		return claims;
	}

	@Override
	public VatAnswer call(Run run, String vatId) {
		return this.register.check(vatId);
	}

	@Override
	public VatAnswer unknown(Run run, String vatId, RuntimeException failure) {
		return VatAnswer.UNAVAILABLE;
	}

	@Override
	public Outcomes settle(Run run, List<Answer<String, VatAnswer>> settled) {
		LocalDate date = run.businessDate();
		this.answers.store(date, settled.stream().map((answer) -> Map.entry(answer.claim(), answer.result())).toList());
		return Outcomes.done();
	}

}
