package dev.perennial.demo.gateway;

import java.nio.file.Path;
import java.time.Clock;

/** A local gateway as a process of its own, to be killed: prints where it listens. */
final class GatewayProcess {

	private GatewayProcess() {
	}

	@SuppressWarnings("resource")
	public static void main(String[] books) throws Exception {
		System.out.println(new LocalGateway(GatewayAndClient.settings(Path.of(books[0])), Clock.systemUTC()).baseUrl());
	}

}
