package dev.perennial.dossier;

import dev.perennial.tax.VatAnswers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The dossiers of the database of the night. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

	@Bean
	Dossiers dossiers(JdbcTemplate jdbc) {
		return new Dossiers(DossierTables.on(jdbc));
	}

	@Bean
	Rulebooks rulebooks() {
		return new Rulebooks();
	}

	@Bean
	VatAnswers vatAnswers(JdbcTemplate jdbc) {
		return new VatAnswers(jdbc);
	}

}
