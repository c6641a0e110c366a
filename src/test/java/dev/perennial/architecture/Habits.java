package dev.perennial.architecture;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** How code is written here: time, money, names, constructors. */
public final class Habits {

	private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D",
			"[F");

	private static final String[] MONEY = { "money", "tax", "order", "invoice", "renewal", "offer", "catalogue",
			"charging", "dossier" };

	private static final int PARAMETERS = 5;

	private Habits() {
	}

	public static List<Breach> rules(String root) {
		return List.of(
				new Breach(classes().that()
					.resideInAPackage(root + "..")
					.should(Calls.notCall("the machine's clock", Habits::readsTheMachinesClock))
					.as("time comes from the business date or a Clock (rules 1.1)"), "order.LooksAtTheWatch"),
				new Breach(classes().that()
					.resideInAPackage(root + "..")
					.should(Calls.notCall("now(ZoneId)", Habits::readsTheMachinesClock))
					.as("a zone does not make the machine's clock a Clock"), "order.LooksAtTheWatchInAZone"),
				new Breach(classes().that()
					.resideInAPackage(root + "..")
					.should(Calls.notCall("the machine's zone", Habits::readsTheMachinesZone))
					.as("the zone is the seller's (rules 1.2)"), "order.LooksOutOfTheWindow"),
				new Breach(classes().that()
					.resideInAPackage(root + "..")
					.and()
					.resideOutsideOfPackage(root)
					.and()
					.haveSimpleNameNotEndingWith("Configuration")
					.should(Calls.notCall("Clock.system...", Habits::makesAClock))
					.as("a clock is made where the program is put together"), "order.BringsItsOwnWatch"),
				new Breach(classes().that()
					.resideInAnyPackage(below(root, MONEY))
					.should(Calls.notCall("floating point", Habits::takesOrGivesFloatingPoint))
					.allowEmptyShould(true)
					.as("money is never calculated in floating point (rules 5.1)"), "order.EstimatesTheTax"),
				new Breach(classes().that()
					.resideInAnyPackage(below(root, MONEY))
					.should(haveNoFloatingPoint())
					.allowEmptyShould(true)
					.as("money is never kept in floating point (rules 5.1)"), "order.HasAboutThisAmount"),
				new Breach(noClasses().that()
					.resideInAPackage(root + "..")
					.should()
					.haveSimpleNameEndingWith("Manager")
					.orShould()
					.haveNameMatching(".*(Helper|Utils?|Impl)")
					.as("a class is named by what it is"), "order.OrderManager"),
				new Breach(classes().that()
					.resideInAPackage(root + "..")
					.and()
					.areNotRecords()
					.should(haveFewParameters())
					.as("a constructor takes at most %d parameters".formatted(PARAMETERS)), "order.NeedsALot"));
	}

	private static boolean readsTheMachinesClock(CodeUnitAccessTarget target) {
		String owner = target.getOwner().getName();
		String name = target.getName();
		if (owner.startsWith("java.time.")) {
			return name.equals("now") && !takes(target, Clock.class);
		}
		return owner.equals("java.lang.System") && name.equals("currentTimeMillis")
				|| owner.equals("java.util.Date") && name.equals("<init>") && target.getRawParameterTypes().isEmpty()
				|| owner.equals("java.util.Calendar") && name.equals("getInstance");
	}

	private static boolean readsTheMachinesZone(CodeUnitAccessTarget target) {
		return target.getOwner().getName().equals("java.time.ZoneId") && target.getName().equals("systemDefault")
				|| target.getOwner().getName().equals("java.util.TimeZone") && target.getName().equals("getDefault")
				|| target.getName().equals("systemDefaultZone");
	}

	private static boolean makesAClock(CodeUnitAccessTarget target) {
		return target.getOwner().isEquivalentTo(Clock.class)
				&& (target.getName().startsWith("system") || target.getName().matches("tick(Millis|Seconds|Minutes)"));
	}

	private static boolean takes(CodeUnitAccessTarget target, Class<?> type) {
		return target.getRawParameterTypes().stream().anyMatch((parameter) -> parameter.isEquivalentTo(type));
	}

	private static boolean takesOrGivesFloatingPoint(CodeUnitAccessTarget target) {
		return FLOATING.contains(target.getRawReturnType().getName())
				|| target.getRawParameterTypes().stream().anyMatch((type) -> FLOATING.contains(type.getName()));
	}

	private static ArchCondition<JavaClass> haveNoFloatingPoint() {
		return new ArchCondition<>("have no floating point") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getFields()
					.stream()
					.filter((field) -> FLOATING.contains(field.getRawType().getName()))
					.forEach((field) -> events.add(SimpleConditionEvent.violated(field, field.getFullName())));
				type.getCodeUnits()
					.stream()
					.filter((unit) -> FLOATING.contains(unit.getRawReturnType().getName())
							|| unit.getRawParameterTypes()
								.stream()
								.anyMatch((each) -> FLOATING.contains(each.getName())))
					.forEach((unit) -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
			}
		};
	}

	private static ArchCondition<JavaClass> haveFewParameters() {
		return new ArchCondition<>("have constructors of at most %d parameters".formatted(PARAMETERS)) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (JavaConstructor constructor : type.getConstructors()) {
					if (!type.isEnum() && !type.isAnonymousClass()
							&& constructor.getRawParameterTypes().size() > PARAMETERS) {
						events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName()));
					}
				}
			}
		};
	}

	private static String[] below(String root, String... names) {
		return List.of(names).stream().map((name) -> root + "." + name + "..").toArray(String[]::new);
	}

}
