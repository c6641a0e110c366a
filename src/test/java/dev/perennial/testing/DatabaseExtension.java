package dev.perennial.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Takes a {@link TestDatabase} for a class, empties it for a method, gives it back. */
final class DatabaseExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

	@Override
	public void beforeAll(ExtensionContext context) {
		// A nested class finds the one of the class around it; the store closes it
		if (context.getStore(NAMESPACE).get(TestDatabase.class) == null) {
			context.getStore(NAMESPACE).put(TestDatabase.class, TestDatabase.take());
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		boolean emptied = AnnotationSupport
			.findAnnotation(context.getRequiredTestClass(), DatabaseTest.class, context.getEnclosingTestClasses())
			.map(DatabaseTest::emptied)
			.orElse(true);
		if (emptied) {
			database(context).empty();
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == TestDatabase.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return database(context);
	}

	private static TestDatabase database(ExtensionContext context) {
		TestDatabase database = context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
		if (database == null) {
			throw new IllegalStateException("@DatabaseTest belongs on the class");
		}
		return database;
	}

}
