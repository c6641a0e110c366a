package dev.perennial.job.renewals;

import dev.perennial.charging.Charging;
import dev.perennial.dossier.AskVatRegister;
import dev.perennial.dossier.DossierWork;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.renewal.AutomaticRenewal;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatIds;
import dev.perennial.work.NightlyJob;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code renewals}. */
@Configuration(proxyBeanMethods = false)
class RenewalsConfiguration {

	/** What the night must look at; the verdict says what is claimed. */
	private static final String DUE = """
			SELECT %s
			  FROM subscription s
			 WHERE s.look_on <= :date AND s.term_ends_on < :date AND s.state IN ('ACTIVE', 'IN_WINDOW')
			   AND (:scope = '' OR s.subscription_id = :scope)
			""";

	@Bean
	NightlyJob renewals(DossierWork claimRenewals, AskVatRegister askAboutClaims, Charging charging) {
		return NightlyJob.of("renewals", askAboutClaims, claimRenewals, charging.chargeCards(), charging.lookUpFound(),
				charging.refundCards());
	}

	@Bean
	ParkedOrders parkedOrders(JdbcClient jdbc) {
		return new ParkedOrders(jdbc);
	}

	@Bean
	DossierWork claimRenewals(Dossiers dossiers, Rulebooks rulebooks) {
		return new DossierWork("claim-renewals", DUE.formatted("s.subscription_id AS item_key"),
				AutomaticRenewal::decide, dossiers, rulebooks);
	}

	@Bean
	AskVatRegister askAboutClaims(VatIds register, VatAnswers answers, Rulebooks rulebooks) {
		return new AskVatRegister(register, answers, rulebooks, DUE.formatted("s.partner_id"));
	}

}
