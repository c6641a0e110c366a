package dev.perennial.job.invoices;

import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.invoice.Allocations;
import dev.perennial.invoice.Documents;
import dev.perennial.work.NightlyJob;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code invoices}. */
@Configuration(proxyBeanMethods = false)
class InvoicesConfiguration {

	@Bean
	NightlyJob invoices(DueDocuments dueDocuments, JdbcTemplate jdbc) {
		Documents documents = new Documents(jdbc);
		// The credit notes first: an invoice that they reverse may stand where a new one
		// goes.
		return NightlyJob.of("invoices", new ValidateDocuments(dueDocuments, jdbc),
				new IssueCreditNotes(dueDocuments, documents),
				new IssueInvoices(dueDocuments, documents, new Allocations(jdbc)),
				new FormBatch(JdbcClient.create(jdbc)));
	}

	@Bean
	DueDocuments dueDocuments(Dossiers dossiers, Rulebooks rulebooks) {
		return new DueDocuments(dossiers, rulebooks);
	}

}
