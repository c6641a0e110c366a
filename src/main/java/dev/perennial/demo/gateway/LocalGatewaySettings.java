package dev.perennial.demo.gateway;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a local gateway is set up.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param books file of the books, made if it is missing
 * @param apiKey the only key that is accepted
 * @param delay how long every answer is held back; the call is worked off at once
 * @param silence how long a connection is kept open before it is closed without an answer
 */
public record LocalGatewaySettings(int port, Path books, String apiKey, Duration delay, Duration silence) {

	/** Long enough to be noticed, short enough for a demo. */
	private static final Duration SILENCE = Duration.ofSeconds(1);

	/**
	 * Settings with no delay and a silence of one second.
	 * @param port on 127.0.0.1; 0 takes a free one
	 * @param books file of the books
	 * @param apiKey the only key that is accepted
	 * @return the settings
	 */
	public static LocalGatewaySettings of(int port, Path books, String apiKey) {
		return new LocalGatewaySettings(port, books, apiKey, Duration.ZERO, SILENCE);
	}

	public LocalGatewaySettings withDelay(Duration delay) {
		return new LocalGatewaySettings(this.port, this.books, this.apiKey, delay, this.silence);
	}

	public LocalGatewaySettings withSilence(Duration silence) {
		return new LocalGatewaySettings(this.port, this.books, this.apiKey, this.delay, silence);
	}

	@Override
	public String toString() {
		return "LocalGatewaySettings[port=%d, books=%s, apiKey=***, delay=%s, silence=%s]".formatted(this.port,
				this.books, this.delay, this.silence);
	}

}
