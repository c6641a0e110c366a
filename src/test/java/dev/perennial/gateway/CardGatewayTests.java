package dev.perennial.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the client makes of answers good, bad and missing (rules 6.2, 6.4, 11.9). */
@ExtendWith(OutputCaptureExtension.class)
class CardGatewayTests {

	private static final String TOKEN = "pm_1SecretOfThePartner";

	private static final FrozenRequest REQUEST = FrozenRequest.of("S-1-20260623-1/1", Money.of(11880, "EUR"), "S-1",
			"S-1-20260623-1", "Action Pack, 23 June 2026 – 22 June 2027");

	private static final String PAID = """
			{"id":"pi_1","object":"payment_intent","amount":11880,"currency":"eur","status":"succeeded",
			"metadata":{"merchant_reference":"S-1-20260623-1/1","subscription_id":"S-1"}}""";

	private static final String BUSY = """
			{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Too many requests."}}""";

	private static final String EMPTY_LIST = """
			{"object":"list","url":"/v1/payment_intents","has_more":false,"data":[]}""";

	/** Nothing here depends on it: a slow machine must not look like a lost answer. */
	private static final Duration LONG = Duration.ofSeconds(30);

	private static ScriptedServer server;

	private static CardGateway shared;

	@BeforeAll
	static void open() throws IOException {
		server = new ScriptedServer();
		shared = gateway(LONG, LONG);
	}

	@AfterAll
	static void close() throws IOException {
		server.close();
	}

	private static CardGateway gateway(Duration connectTimeout, Duration readTimeout) {
		return new CardGateway(new GatewayProperties(server.address(), "sk_test_secret", connectTimeout, readTimeout,
				Duration.ofMillis(1500), Duration.ofHours(20)), Clock.systemUTC(), () -> {
				});
	}

	private static CardGateway gateway(ScriptedServer.Step... script) {
		server.answer(script);
		return shared;
	}

	@Test
	void sendsTheFrozenRequestUnderItsReference() {
		assertThat(gateway(ScriptedServer.json(200, PAID)).charge(REQUEST, TOKEN))
			.isEqualTo(new ChargeAnswer(Outcome.SUCCEEDED, "pi_1", null));
		assertThat(server.calls()).singleElement()
			.asString()
			.startsWith("POST /v1/payment_intents HTTP/1.1\r\n")
			.contains("Idempotency-Key: S-1-20260623-1/1\r\n")
			.contains("amount=11880", "currency=eur", "confirm=true", "off_session=true", "payment_method=" + TOKEN,
					"metadata[merchant_reference]=S-1-20260623-1%2F1", "metadata[subscription_id]=S-1",
					"metadata[order_number]=S-1-20260623-1");
	}

	/** The client would report on the call before, which it knows by its request id. */
	@Test
	void sendsTheSameBytesForTheSameText() {
		CardGateway gateway = gateway(ScriptedServer.answer(200, "Request-Id: req_1\r\n", PAID));
		gateway.charge(REQUEST, TOKEN);
		gateway.charge(FrozenRequest.read(REQUEST.text()), TOKEN);
		assertThat(server.calls()).hasSize(2);
		assertThat(server.calls().get(1)).isEqualTo(server.calls().get(0));
	}

	/** Rules 6.1: the client's own network retries are off, the JDK's too. */
	@Test
	void sendsAChargeOnceWhenTheConnectionIsLost() {
		CardGateway gateway = gateway(ScriptedServer.json(200, EMPTY_LIST), ScriptedServer.hangUp(),
				ScriptedServer.json(200, PAID));
		gateway.lookUp("S-0-20260623-1/1", Instant.parse("2026-06-23T01:00:00Z"));
		assertThat(gateway.charge(REQUEST, TOKEN).outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(server.calls()).hasSize(2);
	}

	@Test
	void boundsTheWholeAnswerNotEachByte() {
		server.answer(ScriptedServer.drip());
		assertThat(gateway(Duration.ofSeconds(2), Duration.ofMillis(300)).charge(REQUEST, TOKEN))
			.isEqualTo(new ChargeAnswer(Outcome.UNKNOWN, null, "no answer within 2300 ms"));
	}

	@Test
	void waits429OutWithTheSameBytes() {
		assertThat(gateway(ScriptedServer.json(429, BUSY), ScriptedServer.json(200, PAID)).charge(REQUEST, TOKEN)
			.outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(server.calls()).hasSize(2).containsOnly(server.calls().get(0));
	}

	@Test
	void waitsAsLongAsTheGatewayAsks() {
		CardGateway gateway = gateway(ScriptedServer.answer(429, "Retry-After: 1\r\n", BUSY),
				ScriptedServer.json(200, PAID));
		long began = System.nanoTime();
		assertThat(gateway.charge(REQUEST, TOKEN).outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void doesNotWait429OutForEver() {
		CardGateway gateway = gateway(ScriptedServer.answer(429, "Retry-After: 2\r\n", BUSY),
				ScriptedServer.json(200, PAID));
		assertThat(gateway.charge(REQUEST, TOKEN))
			.isEqualTo(new ChargeAnswer(Outcome.UNKNOWN, null, "HTTP 429 rate_limit"));
		assertThat(server.calls()).hasSize(1);
	}

	@Test
	void doesNotAskWithoutAPauseEvenIfTheGatewayAllowsIt() {
		CardGateway gateway = gateway(ScriptedServer.answer(429, "Retry-After: 0\r\n", BUSY));
		assertThat(gateway.charge(REQUEST, TOKEN).outcome()).isEqualTo(Outcome.UNKNOWN);
		// The 1500 ms hold pauses of 250 and 500 ms; the next would be of 1000.
		assertThat(server.calls()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			500 | {"error":{"type":"api_error","message":"pm_1SecretOfThePartner"}}
			502 | <html>pm_1SecretOfThePartner</html>
			503 | ~~
			403 | <html>a proxy's page</html>
			200 | ~~
			200 | {"id":"pi_1"
			200 | {"id":"pi_1","object":"payment_intent"}
			200 | {"id":"pi_1","object":"payment_intent","status":"processing"}
			200 | {"id":"pi_1","object":"payment_intent","status":"requires_payment_method"}
			""")
	void knowsNothingAfterAnAnswerThatIsNone(int status, String body) {
		ChargeAnswer answer = gateway(ScriptedServer.json(status, body)).charge(REQUEST, TOKEN);
		assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(answer.toString()).doesNotContain(TOKEN);
	}

	@ParameterizedTest
	@CsvSource({ "card_declined, insufficient_funds, , DECLINED_SOFT, insufficient_funds",
			"card_declined, insufficient_funds, try_again_later, DECLINED_SOFT, insufficient_funds",
			"card_declined, do_not_honor, do_not_try_again, DECLINED_HARD, do_not_honor",
			"card_declined, stolen_card, , DECLINED_HARD, stolen_card",
			"card_declined, a_code_of_next_year, , DECLINED_HARD, a_code_of_next_year",
			"authentication_required, authentication_required, , DECLINED_HARD, authentication_required",
			"processing_error, , , DECLINED_SOFT, processing_error" })
	void tellsSoftFromHardDeclines(String code, @Nullable String declineCode, @Nullable String advice, Outcome outcome,
			String reason) {
		String error = """
				{"error":{"type":"card_error","code":%s,"decline_code":%s,"advice_code":%s,"message":"%s was declined",
				"payment_intent":{"id":"pi_1","object":"payment_intent"}}}""".formatted(quoted(code),
				quoted(declineCode), quoted(advice), TOKEN);
		assertThat(gateway(ScriptedServer.json(402, error)).charge(REQUEST, TOKEN))
			.isEqualTo(new ChargeAnswer(outcome, "pi_1", reason));
	}

	private static String quoted(@Nullable String value) {
		return (value == null) ? "null" : '"' + value + '"';
	}

	@Test
	void aCardThatTheGatewayDoesNotKnowIsAHardDecline() {
		String error = """
				{"error":{"type":"invalid_request_error","code":"resource_missing","param":"payment_method",
				"message":"No such PaymentMethod: '%s'"}}""".formatted(TOKEN);
		assertThat(gateway(ScriptedServer.json(400, error)).charge(REQUEST, TOKEN))
			.isEqualTo(new ChargeAnswer(Outcome.DECLINED_HARD, null, "resource_missing"));
	}

	/** Rules 11.9. */
	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404 })
	void noTokenAndNoKeyGetsIntoAnErrorOrALog(int status, CapturedOutput output) {
		String error = """
				{"error":{"type":"invalid_request_error","code":"parameter_invalid","message":"Wrong: %s sk_test_secret"}}"""
			.formatted(TOKEN);
		CardGateway gateway = gateway(ScriptedServer.json(status, error));
		assertThatExceptionOfType(GatewayRefused.class).isThrownBy(() -> gateway.charge(REQUEST, TOKEN))
			.withMessageContaining("HTTP " + status)
			.withMessageContaining((status == 401 || status == 403) ? "gateway.api-key" : "S-1-20260623-1/1")
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.getSuppressed()).isEmpty();
				assertThat(ex.toString()).doesNotContain(TOKEN).doesNotContain("sk_test");
			});
		assertThat(output.getAll()).doesNotContain(TOKEN).doesNotContain("sk_test");
	}

	@ParameterizedTest
	@CsvSource({ "requires_confirmation", "requires_payment_method" })
	void anIntentWhoseCardWasNeverAskedIsNoCharge(String status) {
		String list = EMPTY_LIST.replace("[]", "[" + PAID.replace("succeeded", status) + "]");
		assertThat(gateway(ScriptedServer.json(200, list)).lookUp(REQUEST.merchantReference(),
				Instant.parse("2026-06-23T01:00:00Z")))
			.isEqualTo(new LookedUp.NotFound());
	}

	/** Rules 6.2: nobody can confirm it any more. */
	@Test
	void nothingIsLeftOfAPaymentThatSomebodyCanceled() {
		String list = EMPTY_LIST.replace("[]", "[" + PAID.replace("succeeded", "canceled") + "]");
		assertThat(lookedUp(ScriptedServer.json(200, list))).isInstanceOfSatisfying(LookedUp.Found.class,
				(found) -> assertThat(found.nothingIsLeft()).isTrue());
	}

	/** Rules 6.2: a refund that is on its way can still fail. */
	@ParameterizedTest
	@CsvSource({ "succeeded, true", "pending, false", "failed, false" })
	void whatWasGivenBackIsWhatArrived(String status, boolean nothingIsLeft) {
		String list = EMPTY_LIST.replace("[]", "[" + PAID + "]");
		String refunds = EMPTY_LIST.replace("[]", """
				[{"id":"re_1","object":"refund","amount":11880,"currency":"eur","status":"%s"}]""".formatted(status));
		assertThat(lookedUp(ScriptedServer.json(200, list), ScriptedServer.json(200, refunds))).isInstanceOfSatisfying(
				LookedUp.Found.class, (found) -> assertThat(found.nothingIsLeft()).isEqualTo(nothingIsLeft));
	}

	/**
	 * Rules 6.2: money that is there outweighs money under the same reference that is
	 * not.
	 */
	@Test
	void findsTheMoneyThatIsThereAmongSeveralOfOneReference() {
		String list = EMPTY_LIST.replace("[]",
				"[%s,%s]".formatted(PAID, PAID.replace("succeeded", "canceled").replace("pi_1", "pi_2")));
		assertThat(lookedUp(ScriptedServer.json(200, list), ScriptedServer.json(200, EMPTY_LIST)))
			.isInstanceOfSatisfying(LookedUp.Found.class, (found) -> assertThat(found.nothingIsLeft()).isFalse());
	}

	private LookedUp lookedUp(ScriptedServer.Step... answers) {
		return gateway(answers).lookUp(REQUEST.merchantReference(), Instant.parse("2026-06-23T01:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":{\"type\":\"api_error\"}}", "<html>", "" })
	void aListThatCannotBeReadProvesNothing(String body) {
		String firstPage = EMPTY_LIST.replace("[]", "[" + PAID.replace("/1\"", "/9\"") + "]").replace("false", "true");
		assertThat(gateway(ScriptedServer.json(200, firstPage), ScriptedServer.json(500, body))
			.lookUp(REQUEST.merchantReference(), Instant.parse("2026-06-23T01:00:00Z")))
			.isInstanceOf(LookedUp.Unanswered.class);
	}

}
