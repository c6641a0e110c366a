package dev.perennial.job.windows;

import dev.perennial.dossier.DossierWork;
import dev.perennial.dossier.Dossiers;
import dev.perennial.dossier.Rulebooks;
import dev.perennial.renewal.WindowTurn;
import dev.perennial.work.NightlyJob;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code windows}. */
@Configuration(proxyBeanMethods = false)
class WindowsConfiguration {

	/** What the night must look at; the verdict says what expires, opens or lapses. */
	private static final String DUE = """
			SELECT s.subscription_id AS item_key
			  FROM subscription s
			 WHERE s.look_on <= :date AND s.state IN ('PENDING', 'ACTIVE', 'IN_WINDOW')
			   AND (s.term_ends_on IS NULL OR s.term_ends_on < :date)
			   AND (:scope = '' OR s.subscription_id = :scope)
			""";

	@Bean
	NightlyJob windows(DossierWork turnWindows) {
		return NightlyJob.of("windows", turnWindows);
	}

	@Bean
	DossierWork turnWindows(Dossiers dossiers, Rulebooks rulebooks) {
		return new DossierWork("turn-windows", DUE, WindowTurn::decide, dossiers, rulebooks);
	}

}
