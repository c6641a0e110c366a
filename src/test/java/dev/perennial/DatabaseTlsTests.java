package dev.perennial;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.ServerCertificate;
import dev.perennial.testing.TestDatabase;
import dev.perennial.testing.TestServer.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * TLS to the database, asked for as {@code config/README.md} says, of a MySQL that shows
 * the certificate of the test.
 */
@DatabaseTest(emptied = false)
@Tag("mysql")
class DatabaseTlsTests {

	@TempDir
	static Path certificates;

	private static final Map<String, String> before = new LinkedHashMap<>();

	private static TestDatabase database;

	private static ServerCertificate ours;

	private static ServerCertificate anothers;

	@BeforeAll
	static void makeCertificates(TestDatabase given) throws Exception {
		assumeTrue(given.server().product() == Product.MYSQL, "a MariaDB takes no other certificate while it runs");
		database = given;
		ours = ServerCertificate.of(certificates.resolve("ours"), "ip:127.0.0.1");
		anothers = ServerCertificate.of(certificates.resolve("anothers"), "dns:db.example.com");
		for (String setting : List.of("ssl_ca", "ssl_cert", "ssl_key")) {
			before.put(setting, root().sql("SELECT @@" + setting).query(String.class).single());
		}
	}

	@AfterAll
	static void showTheCertificateOfBefore() {
		if (!before.isEmpty()) {
			show(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "VERIFY_CA", "VERIFY_IDENTITY" })
	void aTrustedServerIsConnectedToEncrypted(String mode) {
		show(ours);
		assertThat(cipher(mode, ours)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "VERIFY_CA", "VERIFY_IDENTITY" })
	void aServerThatNobodyVouchesForIsRefused(String mode) {
		show(ours);
		assertThat(catchThrowable(() -> cipher(mode, anothers))).hasStackTraceContaining("CertPathValidator");
	}

	@Test
	void aServerOfAnotherNameIsRefusedWhereTheNameCounts() {
		show(anothers);
		assertThat(cipher("VERIFY_CA", anothers)).isNotEmpty();
		assertThat(catchThrowable(() -> cipher("VERIFY_IDENTITY", anothers)))
			.hasStackTraceContaining("identity verification failed");
	}

	/** The cipher of a connection made with the settings of a site. */
	private static String cipher(String mode, ServerCertificate trusted) {
		String url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=%s&trustCertificateKeyStoreUrl=%s&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword=%s"
			.formatted(database.server().port(), database.schema(), mode, trusted.trustStore().toUri(),
					ServerCertificate.PASSWORD);
		String[] cipher = new String[1];
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url,
					"spring.datasource.username=" + database.server().app().user(),
					"spring.datasource.password=" + database.server().app().password())
			.run((context) -> cipher[0] = JdbcClient.create(context.getBean(DataSource.class))
				.sql("SHOW STATUS LIKE 'Ssl_cipher'")
				.query((rs, row) -> rs.getString(2))
				.single());
		return cipher[0];
	}

	private static void show(ServerCertificate certificate) {
		show(Map.of("ssl_ca", certificate.pem().toString(), "ssl_cert", certificate.pem().toString(), "ssl_key",
				certificate.key().toString()));
	}

	private static void show(Map<String, String> settings) {
		settings.forEach((name, value) -> root().sql("SET GLOBAL %s = '%s'".formatted(name, value)).update());
		root().sql("ALTER INSTANCE RELOAD TLS").update();
	}

	private static JdbcClient root() {
		return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "root", ""));
	}

}
