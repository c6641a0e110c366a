package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mysql.cj.conf.ConnectionUrl;
import jdk.jfr.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a recording sampled is told by thread and by whose code it was. */
class ProfileTests {

	@TempDir
	Path folder;

	/** However seldom the machine comes to take a sample, it takes one in the end. */
	@Test
	void namesTheThreadAndWhoseCodeItRan() throws IOException {
		Path file = this.folder.resolve("samples.jfr");
		try (Recording recording = new Recording()) {
			recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
			recording.start();
			Awaitility.await().pollInSameThread().atMost(60, TimeUnit.SECONDS).until(() -> {
				for (int url = 0; url < 10_000; url++) {
					ConnectionUrl.getConnectionUrlInstance("jdbc:mysql://127.0.0.1/schema" + url, null).getMainHost();
				}
				recording.dump(file);
				return Profile.of(file).contains("| Connector/J |");
			});
			assertThat(Profile.of(file)).contains("| %s |".formatted(Thread.currentThread().getName()));
		}
	}

}
