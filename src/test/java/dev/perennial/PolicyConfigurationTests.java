package dev.perennial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.perennial.renewal.Policy;
import dev.perennial.renewal.PolicySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The numbers of the rules come from the configuration, strictly, and have defaults. */
class PolicyConfigurationTests {

	private static final Path CONFIG = Path.of("config");

	@Test
	void hasTheNumbersOfTheRulesWhereNothingIsSet() throws IOException {
		assertThat(read("")).isEqualTo(Policy.DEFAULTS);
		assertThat(read("renewal: {window-days: 20}").renewal().windowDays()).isEqualTo(20);
		assertThat(read("renewal: {window-days: 20}").renewal().retryDays()).containsExactly(2, 4, 8, 15, 25);
		assertThat(read("renewal: {retry-days: [1, 2]}").renewal().retryDays()).isEqualTo(List.of(1, 2));
	}

	@Test
	void takesTheCommandLineBeforeTheFile() throws IOException {
		StandardEnvironment environment = environment("parking: {limit: 1}");
		environment.getPropertySources()
			.addFirst(new MapPropertySource("commandLineArgs", Map.of("parking.limit", "2")));
		assertThat(PolicyConfiguration.read(environment).parking().limit()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "renewal: {windowdayz: 30} | renewal.windowdayz",
			"parking: {limit: many} | parking.limit", "approval: {factor: 0} | approval.factor must be 1 or more" })
	void refusesAKeyOrAValueItDoesNotKnow(String yaml, String named) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> read(yaml))
			.satisfies((ex) -> assertThat(ex).hasStackTraceContaining(named));
	}

	@Test
	void knowsTheLineOfWhatItRefuses() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> read("parking:\n  percent: 5\n  limit: many"))
			.satisfies((ex) -> assertThat(ex.getProperty()).asString().endsWith(" - 3:10]"));
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> read("parking:\n  limits: 1"))
			.havingCause()
			.isInstanceOfSatisfying(UnboundConfigurationPropertiesException.class,
					(ex) -> assertThat(ex.getUnboundProperties()).singleElement()
						.satisfies((property) -> assertThat(property.getOrigin()).asString().endsWith(" - 2:11")));
	}

	@Test
	void standsInTheFileAndInTheReadmeWithItsDefault() throws IOException {
		assertThat(read(Files.readString(CONFIG.resolve("application.yaml")))).isEqualTo(Policy.DEFAULTS);
		String readme = Files.readString(CONFIG.resolve("README.md"));
		PolicySettings.of(Policy.DEFAULTS)
			.forEach((key, value) -> assertThat(readme.lines()).as(key)
				.anyMatch((line) -> line.startsWith("| `%s` |".formatted(key))
						&& line.contains("| %s |".formatted(value.replace(",", ", ")))));
	}

	private static Policy read(String yaml) throws IOException {
		return PolicyConfiguration.read(environment(yaml));
	}

	private static StandardEnvironment environment(String yaml) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		for (PropertySource<?> source : new YamlPropertySourceLoader().load("application.yaml",
				new ByteArrayResource(yaml.getBytes(UTF_8)))) {
			environment.getPropertySources().addLast(source);
		}
		return environment;
	}

}
