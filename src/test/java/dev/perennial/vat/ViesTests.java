package dev.perennial.vat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 5.5 against a register over HTTP. */
class ViesTests {

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private String body = "";

	private int status = 200;

	private HttpServer server;

	private VatIds vatIds;

	ViesTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.vatIds = VatIds.online(URI.create("http://localhost:" + this.server.getAddress().getPort() + "/rest/"),
				Duration.ofSeconds(30));
	}

	@BeforeEach
	void start() {
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@CsvSource({ "200, VALID, VALID", "200, INVALID, INVALID", "200, MS_UNAVAILABLE, UNAVAILABLE",
			"200, MS_MAX_CONCURRENT_REQ, UNAVAILABLE", "200, INVALID_INPUT, UNAVAILABLE", "500, VALID, UNAVAILABLE" })
	void readsTheAnswer(int status, String word, VatAnswer answer) {
		this.status = status;
		this.body = "{\"isValid\" : true, \"userError\" : \"%s\", \"name\": \"---\"}".formatted(word);
		assertThat(this.vatIds.check("fr 40 303 265 045")).isEqualTo(answer);
		assertThat(this.asked).containsExactly("/rest/ms/FR/vat/40303265045");
	}

	@Test
	void asksForGreeceAsTheRegisterKnowsIt() {
		this.body = "{\"userError\":\"VALID\"}";
		assertThat(this.vatIds.check("GR094259216")).isEqualTo(VatAnswer.VALID);
		assertThat(this.asked).containsExactly("/rest/ms/EL/vat/094259216");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE136695975", "DE1", "", "12345678", "FR/../../x", "DE136695976DE136695976" })
	void doesNotAskAboutWhatIsMalformed(String vatId) {
		assertThat(this.vatIds.check(vatId)).isEqualTo(VatAnswer.INVALID);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void asksAboutAPrefixThatItHasNoCheckFor() {
		this.body = "{\"userError\":\"INVALID\"}";
		assertThat(this.vatIds.check("XI123456789")).isEqualTo(VatAnswer.INVALID);
		assertThat(this.asked).containsExactly("/rest/ms/XI/vat/123456789");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>busy</html>", "{}" })
	void takesNothingElseForAnAnswer(String body) {
		this.body = body;
		assertThat(this.vatIds.check("FR40303265045")).isEqualTo(VatAnswer.UNAVAILABLE);
	}

	@Test
	void isUnavailableWhereNobodyListens() {
		stop();
		assertThat(this.vatIds.check("FR40303265045")).isEqualTo(VatAnswer.UNAVAILABLE);
	}

	@Test
	void isChosenByItsSetting() {
		Duration second = Duration.ofSeconds(1);
		assertThat(new VatProperties("local", second).vatIds().check("DE1")).isEqualTo(VatAnswer.VALID);
		assertThat(new VatProperties("http://localhost:1", second).vatIds().check("DE1")).isEqualTo(VatAnswer.INVALID);
		assertThatIllegalArgumentException().isThrownBy(() -> new VatProperties("lokal", second))
			.withMessageContaining("vat.register must be local or an address");
		assertThatIllegalArgumentException().isThrownBy(() -> new VatProperties("local", Duration.ZERO))
			.withMessageContaining("vat.timeout");
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.add(exchange.getRequestURI().getRawPath());
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
