package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A night with a key that the gateway does not accept: no charge, and no doubt. */
@DatabaseTest
class GatewayKeyRefusedTests {

	@TempDir
	Path folder;

	@Test
	void failsTheRenewalsWithoutADoubtAndChargesWhenTheKeyIsRight(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder, "gateway.api-key=sk_test_wrong")) {
			Sample.load(program, this.folder);
			NightResult.End end = program.night(Sample.D).nights().get(0);
			assertThat(end.closed()).isFalse();
			assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
			assertThat(end.end().error()).contains("gateway.api-key", "401", "GATEWAY_APIKEY");
			assertThat(texts(database, "SELECT DISTINCT state FROM charge_attempt")).containsExactly("INTENT");
		}
		try (RunningProgram program = new RunningProgram(database, this.folder)) {
			assertThat(program.night(Sample.D).nights().get(0).closed()).isTrue();
			assertThat(texts(database, "SELECT DISTINCT state FROM charge_attempt ORDER BY 1"))
				.containsExactly("DECLINED_HARD", "DECLINED_SOFT", "SUCCEEDED", "UNKNOWN");
			assertThat(texts(database, "SELECT code FROM charge_attempt WHERE state = 'UNKNOWN'"))
				.noneMatch((code) -> code.contains("refused"));
			assertThat(texts(database, "SELECT MAX(attempt_no) FROM charge_attempt")).containsExactly("1");
		}
	}

	private static List<String> texts(TestDatabase database, String sql) {
		return database.jdbc().sql(sql).query(String.class).list();
	}

}
