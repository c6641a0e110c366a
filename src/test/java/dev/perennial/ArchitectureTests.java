package dev.perennial;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.perennial.architecture.BatchParts;
import dev.perennial.architecture.Breach;
import dev.perennial.architecture.Habits;
import dev.perennial.architecture.Layers;
import dev.perennial.architecture.Libraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program keeps the rules of the house, and each rule sees the class that does not.
 */
class ArchitectureTests {

	private static final String OURS = "dev.perennial";

	private static final String WRONG = OURS + ".architecture.wrong";

	private static final JavaClasses PROGRAM = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(OURS);

	private static final JavaClasses WRONG_CLASSES = new ClassFileImporter().importPackages(WRONG);

	@ParameterizedTest
	@MethodSource("rules")
	void holds(Breach breach) {
		breach.rule().check(PROGRAM);
	}

	@ParameterizedTest
	@MethodSource("wrongRules")
	void seesTheClassThatDoesNot(Breach breach) {
		EvaluationResult result = breach.rule().evaluate(WRONG_CLASSES);
		assertThat(result.getFailureReport().getDetails())
			.anySatisfy((detail) -> assertThat(detail).contains(WRONG + "." + breach.offender()));
	}

	/** Its writer reports a chunk as done before it is: a restart leaves out the rest. */
	@Test
	void hasNoLocalOrRemoteChunkingOnBoard() {
		assertThat(ClassUtils.isPresent("org.springframework.batch.integration.chunk.ChunkTaskExecutorItemWriter",
				getClass().getClassLoader()))
			.isFalse();
	}

	static List<Breach> rules() {
		return rules(OURS);
	}

	static List<Breach> wrongRules() {
		return rules(WRONG);
	}

	private static List<Breach> rules(String root) {
		return Stream.of(Layers.rules(root), Libraries.rules(root), Habits.rules(root), BatchParts.rules(root))
			.flatMap(List::stream)
			.toList();
	}

}
