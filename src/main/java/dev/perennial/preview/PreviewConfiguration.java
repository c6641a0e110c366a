package dev.perennial.preview;

import java.nio.file.Path;

import dev.perennial.csv.Moves;
import dev.perennial.dossier.Dossiers;
import dev.perennial.importing.inbox.Inbox;
import dev.perennial.partner.Partners;
import dev.perennial.tax.VatAnswers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The looks ahead and back, each in one read-only view of the database. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

	@Bean
	DryRun dryRun(Gathering gathering, PlatformTransactionManager transactions) {
		return new DryRun(gathering, reading(transactions));
	}

	@Bean
	Forecast forecast(Gathering gathering, PlatformTransactionManager transactions) {
		return new Forecast(gathering, reading(transactions));
	}

	@Bean
	Explanation explanation(Gathering gathering, JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new Explanation(gathering, new Looks(jdbc), new PastNight(jdbc), reading(transactions));
	}

	@Bean
	Gathering gathering(Dossiers dossiers, VatAnswers answers, JdbcTemplate jdbc, Moves moves,
			@Value("${folders.inbox:inbox}") Path inbox) {
		SupposedFacts facts = new SupposedFacts(dossiers, answers);
		JdbcClient client = JdbcClient.create(jdbc);
		return new Gathering(facts, new Arrivals(jdbc, facts, new Inbox(inbox, jdbc, moves)), new WaitingErrands(jdbc),
				new Looks(client), new Partners(client));
	}

	/** The server refuses to write in it. */
	private static TransactionTemplate reading(PlatformTransactionManager transactions) {
		TransactionTemplate reading = new TransactionTemplate(transactions);
		reading.setReadOnly(true);
		reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		return reading;
	}

}
