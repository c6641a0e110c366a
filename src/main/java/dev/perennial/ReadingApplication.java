package dev.perennial;

import dev.perennial.renewal.Policy;
import dev.perennial.work.engine.JobsSettings;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * The program for commands that only read: a database and nothing else of the outside, no
 * migration, no Spring Batch, and of our own beans those that the command asks for.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(resourcePattern = PerennialApplication.CONFIGURATIONS)
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class,
		DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
public class ReadingApplication {

	/** A wrong setting is refused whatever the command needs of it. */
	@Bean
	static LazyInitializationExcludeFilter settingsAreReadAtOnce() {
		return (name, definition, type) -> type == Policy.class || type == JobsSettings.class
				|| AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class);
	}

}
