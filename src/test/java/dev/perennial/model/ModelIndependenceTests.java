package dev.perennial.model;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The model shares no class with the program; only its tests look at the sample. */
class ModelIndependenceTests {

	private final JavaClasses classes = new ClassFileImporter().importPackages("dev.perennial.model");

	@Test
	void knowsNothingOfTheProgram() {
		noClasses().that()
			.haveSimpleNameNotEndingWith("Tests")
			.should()
			.dependOnClassesThat(resideInAPackage("dev.perennial..").and(resideOutsideOfPackage("dev.perennial.model")))
			.check(this.classes);
	}

	@Test
	void seesAClassThatDoes() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noClasses().that()
			.haveSimpleName("NamedCasesTests")
			.should()
			.dependOnClassesThat(resideInAPackage("dev.perennial..").and(resideOutsideOfPackage("dev.perennial.model")))
			.check(this.classes));
	}

}
