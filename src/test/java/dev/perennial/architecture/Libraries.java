package dev.perennial.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Each library is used in its one package, so that it can be replaced there. */
public final class Libraries {

	private static final List<Library> LIBRARIES = List.of(
			new Library("Stripe", List.of("com.stripe.."), List.of("gateway"), "mail.CallsTheGateway"),
			new Library("Jakarta Mail", List.of("jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail.."),
					List.of("mail"), "notice.SendsItself"),
			new Library("Thymeleaf", List.of("org.thymeleaf.."), List.of("mail"), "notice.WritesItself"),
			new Library("Commons CSV", List.of("org.apache.commons.csv.."), List.of("csv"), "importing.ReadsItself"),
			new Library("VAT id checks", List.of("com.helger.."), List.of("vat"), "tax.ChecksItself"),
			new Library("Spring Batch", List.of("org.springframework.batch.."), List.of("work", "night"),
					"job.notices.BuildsItsOwnStep"),
			new Library("Picocli", List.of("picocli.."), List.of("cli", ""), "night.ReadsArguments"),
			new Library("tables and progress on a terminal", List.of("com.github.freva..", "me.tongfei.."),
					List.of("cli"), "night.DrawsATable"),
			new Library("the stand-ins", List.of("com.icegreen..", "ch.vorburger.."), List.of("demo"),
					"mail.CatchesItsOwnMail"));

	private Libraries() {
	}

	public static List<Breach> rules(String root) {
		List<Breach> rules = new ArrayList<>();
		for (Library library : LIBRARIES) {
			rules.add(new Breach(
					noClasses().that()
						.resideInAPackage(root + "..")
						.and()
						.resideOutsideOfPackages(library.homes(root))
						.should()
						.dependOnClassesThat()
						.resideInAnyPackage(library.packages().toArray(String[]::new))
						.allowEmptyShould(true)
						.as("%s only in %s".formatted(library.name(), String.join(" and ", library.homes()))),
					library.offender()));
		}
		rules.add(new Breach(noClasses().that()
			.resideInAPackage(root + ".renewal..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
			.allowEmptyShould(true)
			.as("`renewal` decides without Spring and without SQL"), "renewal.LooksIntoTheDatabase"));
		return rules;
	}

	private record Library(String name, List<String> packages, List<String> homes, String offender) {

		/** The home named "" is the root package alone. */
		String[] homes(String root) {
			return Stream.of(this.homes.toArray(String[]::new))
				.map((home) -> home.isEmpty() ? root : root + "." + home + "..")
				.toArray(String[]::new);
		}

	}

}
