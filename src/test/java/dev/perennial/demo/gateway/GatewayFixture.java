package dev.perennial.demo.gateway;

import java.io.IOException;
import java.nio.file.Path;

import dev.perennial.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of one gateway, its client and a clock that stands still. */
abstract class GatewayFixture {

	final SettableClock clock = new SettableClock();

	@TempDir
	Path folder;

	GatewayAndClient gateway;

	@BeforeEach
	void open() throws IOException {
		this.gateway = new GatewayAndClient(this.folder.resolve("books.jsonl"), this.clock);
	}

	@AfterEach
	void close() {
		this.gateway.close();
	}

}
