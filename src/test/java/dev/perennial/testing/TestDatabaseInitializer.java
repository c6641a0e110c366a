package dev.perennial.testing;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an application context a schema of its own for as long as it lives, and the
 * {@link TestDatabase} as a bean, so that the tests that share the context can empty it.
 */
public final class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestDatabase database = TestDatabase.take();
		TestServer server = database.server();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test database",
					Map.of("spring.datasource.url", database.jdbcUrl(), "spring.datasource.username",
							server.app().user(), "spring.datasource.password", server.app().password(),
							"spring.flyway.user", server.owner().user(), "spring.flyway.password",
							server.owner().password(), "spring.flyway.placeholders.app_user", server.app().user())));
		context.getBeanFactory().registerSingleton("testDatabase", database);
		context.addApplicationListener((ApplicationListener<ContextClosedEvent>) (closed) -> database.close());
	}

}
