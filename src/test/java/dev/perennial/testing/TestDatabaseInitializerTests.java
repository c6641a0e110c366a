package dev.perennial.testing;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A context whose schema is migrated already. */
class TestDatabaseInitializerTests {

	@Test
	void givesAContextAMigratedSchemaForTheProgramsUser() {
		new ApplicationContextRunner().withInitializer(new TestDatabaseInitializer())
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
			.run((context) -> {
				JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
				TestDatabase database = context.getBean(TestDatabase.class);
				assertThat(jdbc.sql("SELECT DATABASE()").query(String.class).single()).isEqualTo(database.schema());
				assertThat(jdbc.sql("SELECT CURRENT_USER()").query(String.class).single()).startsWith("perennial_app@");
				assertThat(context.getBean(Flyway.class).info().pending()).isEmpty();
			});
	}

}
