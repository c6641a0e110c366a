package dev.perennial;

import java.nio.file.Path;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.night.NightLimits;
import dev.perennial.night.NightRules;
import dev.perennial.renewal.Policy;
import dev.perennial.renewal.Rulebook;
import dev.perennial.work.ParkingLimit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the night, which knows no rule, what to store at its first start (rules 1.1). */
@Configuration(proxyBeanMethods = false)
class NightRulesConfiguration {

	@Bean
	NightRules nightRules(Policy policy, @Value("${folders.catalog:config}") Path catalog) {
		return new StoredRules(policy, catalog);
	}

	/** The rulebook in force, and the night's numbers out of a stored one. */
	private record StoredRules(Policy policy, Path catalog) implements NightRules {

		@Override
		public String text() {
			Rulebook rulebook = new Rulebook(this.policy, CatalogueTexts.in(this.catalog));
			// Refused before it is stored: a night cannot change what it stored.
			rulebook.catalogue();
			return rulebook.text();
		}

		@Override
		public NightLimits limits(String text) {
			Policy stored = Rulebook.read(text).policy();
			Policy.Approval approval = stored.approval();
			return new NightLimits(approval.minimum(), approval.factor(), approval.nights(), approval.lateDays(),
					new ParkingLimit(stored.parking().limit(), stored.parking().percent()));
		}

	}

}
