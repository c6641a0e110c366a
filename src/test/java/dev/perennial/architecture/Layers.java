package dev.perennial.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Which package may use which: a table, and every package stands in it. */
public final class Layers {

	/** What a subscription is about; the night's decisions are made of these. */
	private static final Set<String> CAPABILITIES = Set.of("money", "offer", "partner", "tax", "catalogue",
			"subscription", "order", "invoice", "notice");

	private static final Map<String, Set<String>> MAY_USE = table();

	private Layers() {
	}

	private static Map<String, Set<String>> table() {
		Map<String, Set<String>> table = new LinkedHashMap<>();
		table.put("money", Set.of());
		for (String outside : List.of("work", "mail", "gateway", "vat", "csv")) {
			table.put(outside, Set.of("money"));
		}
		table.put("offer", Set.of("money"));
		table.put("partner", Set.of("money"));
		table.put("tax", Set.of("money", "vat"));
		table.put("catalogue", Set.of("money", "offer", "tax"));
		table.put("subscription", Set.of("money", "offer", "partner"));
		table.put("order", Set.of("money", "offer", "partner", "subscription", "tax"));
		table.put("invoice", Set.of("money", "offer", "order", "partner", "subscription", "tax"));
		table.put("notice", Set.of("money", "offer", "order", "partner", "subscription"));
		table.put("renewal", and(CAPABILITIES, "vat"));
		table.put("dossier", and(CAPABILITIES, "renewal", "vat", "work"));
		table.put("charging", and(CAPABILITIES, "dossier", "gateway", "renewal", "work"));
		table.put("importing", and(CAPABILITIES, "csv"));
		table.put("job",
				and(CAPABILITIES, "charging", "csv", "dossier", "importing", "mail", "renewal", "vat", "work"));
		table.put("preview", and(CAPABILITIES, "csv", "dossier", "importing", "mail", "renewal", "vat"));
		table.put("night", Set.of("money", "work"));
		// What decides, or speaks with the outside, writes no rows
		for (String writer : List.of("partner", "subscription", "order", "invoice", "notice", "tax", "dossier",
				"charging", "importing", "job", "work")) {
			table.put(writer, and(table.get(writer), "rows"));
		}
		table.put("rows", Set.of());
		return table;
	}

	private static Set<String> and(Set<String> some, String... others) {
		Set<String> all = new TreeSet<>(some);
		all.addAll(List.of(others));
		return all;
	}

	/** A rule for each row, below a root package. */
	public static List<Breach> rules(String root) {
		List<Breach> rules = new ArrayList<>();
		MAY_USE.forEach((layer, others) -> {
			// Of "job", "cli" and "demo" nothing is ever in the second column
			String offender = layer.equals("job") ? "job.notices.RunsACommand" : layer + ".RunsACommand";
			rules.add(new Breach(mayUse(root, layer, others), offender));
		});
		rules.add(new Breach(slices().matching(root + ".job.(*)..")
			.should()
			.notDependOnEachOther()
			.allowEmptyShould(true)
			.as("a job never calls another"), "job.renewals.CallsTheNextJob"));
		rules.add(new Breach(slices().matching(root + ".(**)")
			.should()
			.beFreeOfCycles()
			.allowEmptyShould(true)
			.as("packages are free of cycles"), "order.ends.KnowsItsBeginning"));
		rules.add(new Breach(classes().that(resideInAPackage(root + ".."))
			.should()
			.resideInAnyPackage(places(root))
			.as("every package stands in the table of layers"), "somewhere.StandsNowhere"));
		return rules;
	}

	private static ArchRule mayUse(String root, String layer, Set<String> others) {
		String[] ours = Stream.concat(Stream.of(layer), others.stream())
			.map((name) -> root + "." + name + "..")
			.toArray(String[]::new);
		return classes().that(resideInAPackage(root + "." + layer + ".."))
			.should()
			.onlyDependOnClassesThat(not(resideInAPackage(root + "..")).or(resideInAnyPackage(ours)))
			.allowEmptyShould(true)
			.as("`%s` uses nothing of ours%s".formatted(layer,
					others.isEmpty() ? "" : " but " + String.join(", ", new TreeSet<>(others))));
	}

	private static String[] places(String root) {
		return Stream
			.concat(Stream.of(root),
					Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli", "demo"))
						.map((name) -> root + "." + name + ".."))
			.toArray(String[]::new);
	}

}
