package dev.perennial.architecture;

import java.util.function.Predicate;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A condition on what a class calls, method references such as {@code X::now} included.
 */
final class Calls extends ArchCondition<JavaClass> {

	private final Predicate<CodeUnitAccessTarget> forbidden;

	private Calls(String description, Predicate<CodeUnitAccessTarget> forbidden) {
		super(description);
		this.forbidden = forbidden;
	}

	static ArchCondition<JavaClass> notCall(String description, Predicate<CodeUnitAccessTarget> forbidden) {
		return new Calls("not call " + description, forbidden);
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
			if (this.forbidden.test(access.getTarget())) {
				events.add(SimpleConditionEvent.violated(access, access.getDescription()));
			}
		}
	}

}
