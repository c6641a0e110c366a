package dev.perennial.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.night.NotStarted;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What the program says before, and instead of, anything that it does. */
class CommandLineProgramTests {

	@ParameterizedTest
	@ValueSource(strings = { "demo", "import", "night", "status", "history", "explain", "forecast", "check", "parked",
			"retry", "request", "stop", "gateway", "mailbox" })
	void everyCommandSaysHowItIsUsed(String command) {
		Said said = Said.by(Unstartable.class, command, "--help");
		assertThat(said.code()).isZero();
		assertThat(said.out()).contains("Usage: perennial " + command);
		assertThat(said.err()).isEmpty();
	}

	@Test
	void namesItsCommandsAndExitCodes() {
		Said said = Said.by(Unstartable.class, "--help");
		assertThat(said.code()).isZero();
		assertThat(said.out()).contains("night", "status", "parked", "Exit codes");
	}

	@Test
	void saysItsVersion() {
		Said said = Said.by(Unstartable.class, "--version");
		assertThat(said.code()).isZero();
		assertThat(said.out()).startsWith("perennial ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			night --date 2026-02-30 | 2026-02-30' is no date, expected one such as 2026-11-22
			night --dry-run --approve | leave out
			explain | SUBSCRIPTION
			forecast --days 0 | expected 1 to 731
			night --scope S1 | expected subscription=ID
			night --catch-up --job renewals | leave out --job
			import target/there-is-no-such-folder | There is no folder
			night --nonsense | Unknown option
			history --last 0 | expected 1 or more
			history --last many | --last
			nonsense | nonsense
			demo --size 3 | or more: each rule has its subscriptions
			demo --date tomorrow | is no date
			--demo | Missing required subcommand
			retry | ID
			request R1 --resolve money | expected refund or end-of-term
			request R1 --resolve refund --reject | exclude each other
			gateway --port 0 | --books
			mailbox --port 70000 --dir target/nowhere | expected 0 (any free one) to 65535
			""")
	void refusesAWrongArgumentInOneLineWithoutStartingAnything(String arguments, String expected) {
		Said said = Said.by(Unstartable.class, arguments.split(" "));
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.out()).isEmpty();
		assertThat(said.err().lines()).singleElement().asString().startsWith("perennial: ").contains(expected);
	}

	@Test
	void refusesToRunWithoutACommand() {
		Said said = Said.by(Unstartable.class);
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--site.colour=blue --site.shape=round | There is no setting site.shape
			--site.size=tall | site.size
			--site.size=-1 | site.size must be 0 or more
			""")
	void namesTheSettingThatIsWrongInOneLine(String settings, String expected) {
		Said said = Said.by(Site.class, ("stop " + settings).split(" "));
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.out()).isEmpty();
		assertThat(said.err().lines()).singleElement().asString().contains(expected).doesNotContain("Exception");
	}

	@Test
	void namesTheFileOfTheCatalogueThatIsMissing() {
		Said said = Said.by(WithoutCatalogue.class, "stop");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement().asString().contains("offers.yaml").contains("folders.catalog");
	}

	/** Anything that starts it has not refused in time. */
	@Configuration(proxyBeanMethods = false)
	static class Unstartable {

		@Bean
		String fails() {
			throw new NotStarted("The application was started");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(SiteSettings.class)
	static class Site {

	}

	@ConfigurationProperties(prefix = "site", ignoreUnknownFields = false)
	record SiteSettings(String colour, int size) {

		SiteSettings {
			if (size < 0) {
				throw new IllegalArgumentException("site.size must be 0 or more");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutCatalogue {

		@Bean
		CatalogueTexts texts() {
			return CatalogueTexts.in(Path.of("target", "there-is-no-such-folder"));
		}

	}

}
