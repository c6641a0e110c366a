package dev.perennial.job.intake;

import java.nio.file.Path;

import dev.perennial.charging.Charging;
import dev.perennial.csv.Moves;
import dev.perennial.dossier.AskVatRegister;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.dossier.waiting.StoredBankLines;
import dev.perennial.dossier.waiting.StoredRequests;
import dev.perennial.importing.inbox.Inbox;
import dev.perennial.partner.Partners;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatIds;
import dev.perennial.work.NightlyJob;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code intake}. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	/**
	 * Who asks for something that costs: a purchase, a manual renewal, another payment
	 * method.
	 */
	private static final String ASKING = """
			SELECT r.partner_id
			  FROM request r
			 WHERE r.waiting_key <= :date AND r.type IN ('PURCHASE', 'RENEW', 'PAYMENT_METHOD')
			   AND (:scope = '' OR r.subscription_id = :scope)
			""";

	@Bean
	NightlyJob intake(Files files, Charging charging, Decisions decisions, AskVatRegister askAboutRequests,
			WorkOffRequests workOffRequests) {
		// The retries first: a look-up ends an attempt only when a person looked at it.
		return NightlyJob.of("intake", files.store(), files.move(), decisions.takeRetries(), charging.lookUpClosing(),
				decisions.matchBankLines(), decisions.endRequests(), askAboutRequests, workOffRequests);
	}

	@Bean
	Files intakeFiles(@Value("${folders.inbox:inbox}") Path folder, JdbcTemplate jdbc, Moves moves) {
		Inbox inbox = new Inbox(folder, jdbc, moves);
		return new Files(new StoreFiles(inbox), new MoveFiles(inbox));
	}

	@Bean
	Decisions intakeDecisions(JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks) {
		return new Decisions(new MatchBankLines(new StoredBankLines(jdbc), dossiers, rulebooks),
				new TakeRetries(jdbc, dossiers, rulebooks), new EndRequests(jdbc, dossiers, rulebooks));
	}

	@Bean
	AskVatRegister askAboutRequests(VatIds register, VatAnswers answers, Rulebooks rulebooks) {
		return new AskVatRegister(register, answers, rulebooks, ASKING);
	}

	@Bean
	WorkOffRequests workOffRequests(JdbcTemplate jdbc, Dossiers dossiers, Rulebooks rulebooks) {
		return new WorkOffRequests(new StoredRequests(jdbc), new Partners(JdbcClient.create(jdbc)), dossiers,
				rulebooks);
	}

	/** The works on the inbox. */
	record Files(StoreFiles store, MoveFiles move) {

	}

	/** The works on what is stored, besides the requests of partners. */
	record Decisions(MatchBankLines matchBankLines, TakeRetries takeRetries, EndRequests endRequests) {

	}

}
