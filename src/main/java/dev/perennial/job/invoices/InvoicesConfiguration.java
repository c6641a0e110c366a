package dev.perennial.job.invoices;

import dev.perennial.dossier.AskVatRegister;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.invoice.Allocations;
import dev.perennial.invoice.Documents;
import dev.perennial.order.OrderMoney;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatIds;
import dev.perennial.work.NightlyJob;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code invoices}. */
@Configuration(proxyBeanMethods = false)
class InvoicesConfiguration {

	@Bean
	NightlyJob invoices(DueDocuments dueDocuments, AskVatRegister askAboutInvoices, VatAnswers answers,
			JdbcTemplate jdbc) {
		Documents documents = new Documents(jdbc);
		// The credit notes first: an invoice that they reverse may stand where a new one
		// goes.
		return NightlyJob.of("invoices", askAboutInvoices,
				new ValidateDocuments(dueDocuments, new ClaimedTaxes(answers)),
				new IssueCreditNotes(dueDocuments, documents),
				new IssueInvoices(dueDocuments, documents, new OrderMoney(jdbc), new Allocations(jdbc)),
				new FormBatch(JdbcClient.create(jdbc)));
	}

	@Bean
	AskVatRegister askAboutInvoices(VatIds register, VatAnswers answers, Rulebooks rulebooks) {
		return new AskVatRegister(register, answers, rulebooks, ClaimedTaxes.CLAIMED_BEFORE);
	}

	@Bean
	DueDocuments dueDocuments(JdbcTemplate jdbc, Rulebooks rulebooks) {
		return new DueDocuments(new OpenSales(jdbc), rulebooks);
	}

}
