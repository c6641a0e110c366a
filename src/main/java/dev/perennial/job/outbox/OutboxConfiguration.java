package dev.perennial.job.outbox;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.perennial.csv.Moves;
import dev.perennial.work.NightlyJob;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job {@code outbox}. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

	@Bean
	NightlyJob outbox(NightFolder nightFolder, JdbcClient jdbc) {
		return NightlyJob.of("outbox", new DeliverFiles(nightFolder, jdbc));
	}

	@Bean
	NightFolder nightFolder(@Value("${folders.outbox:outbox}") Path outbox, DataSource dataSource, Moves moves) {
		return new NightFolder(outbox, dataSource, moves);
	}

}
