package dev.perennial;

import java.nio.file.Path;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.FrozenQuotes;
import dev.perennial.importing.Import;
import dev.perennial.renewal.Policy;
import dev.perennial.renewal.Tonight;
import dev.perennial.tax.VatAnswers;
import dev.perennial.vat.VatIds;
import dev.perennial.work.lease.FencedTransactions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings partners and subscriptions in, with the rules that stand on the day of the
 * import.
 */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	@Bean
	Import imports(JdbcTemplate jdbc, FencedTransactions transactions, FrozenQuotes quotes, Policy policy,
			@Value("${folders.catalog:config}") Path catalog) {
		return new Import(jdbc, transactions, (ids, day) -> quotes.freeze(ids,
				new Tonight(day, day, policy, Catalogue.read(CatalogueTexts.in(catalog)))));
	}

	@Bean
	FrozenQuotes frozenQuotes(Dossiers dossiers, VatIds register, VatAnswers answers) {
		return new FrozenQuotes(dossiers, register, answers);
	}

}
