package dev.perennial.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import dev.perennial.money.Money;

/**
 * Charges cards, looks charges up and gives money back, each outside every database
 * transaction (rules 6.1). Thread-safe; the rate limit is the caller's (rules 6.4).
 */
public class CardGateway {

	static final String MERCHANT_REFERENCE = "merchant_reference";

	static final String SUBSCRIPTION = "subscription_id";

	private static final String ORDER = "order_number";

	private final StripeClient stripe;

	private final LookUps lookUps;

	private final Refunds refunds;

	private final GatewayProperties properties;

	private final Clock clock;

	private final Runnable guard;

	/**
	 * Makes a client; nothing is called yet.
	 * @param properties where the gateway is
	 * @param clock the real time, for the age of idempotency keys
	 * @param guard runs before every call and throws when this thread holds a database
	 * connection
	 */
	public CardGateway(GatewayProperties properties, Clock clock, Runnable guard) {
		this.stripe = StripeClient.builder()
			.setApiKey(properties.apiKey())
			.setApiBase(properties.baseUrl().toString())
			.setMaxNetworkRetries(0)
			.setHttpClient(new Transport(properties))
			.build();
		this.refunds = new Refunds(this.stripe.v1().refunds());
		this.lookUps = new LookUps(this.stripe.v1().paymentIntents(), this.refunds, properties.keyRetention());
		this.properties = properties;
		this.clock = clock;
		this.guard = guard;
	}

	/**
	 * Charges a card for the first time under this reference. The intent must be
	 * committed before.
	 * @param request what was frozen with the intent
	 * @param token the card's token, in no error and no log of ours
	 * @return what is known; a time-out, a lost connection, 5xx, and a 429 that lasts
	 * longer than {@code gateway.rate-limit-wait} are UNKNOWN
	 * @throws KeyReused if the reference was used with other content: may be charged,
	 * look it up
	 * @throws GatewayRefused if the gateway does not accept the call: nothing was charged
	 */
	public ChargeAnswer charge(FrozenRequest request, String token) {
		this.guard.run();
		try {
			return Answers.of(this.stripe.v1().paymentIntents().create(params(request, token), key(request)));
		}
		catch (StripeException ex) {
			return Answers.of(ex, request.merchantReference());
		}
		catch (RuntimeException ex) {
			// Stripe's client stumbles over answers that are not Stripe's, such as a
			// proxy's.
			return ChargeAnswer.unknown("unreadable answer: " + ex.getClass().getSimpleName());
		}
	}

	/**
	 * Sends a call that a dead run left without a result again, with the same key and the
	 * same bytes (rules 6.2).
	 * @param request what was frozen with the intent
	 * @param token the token of the same card
	 * @param calledAt when the intent was committed
	 * @return as {@link #charge}
	 * @throws KeyTooOld if the gateway may have forgotten the key, which would make it a
	 * second charge: look it up instead
	 */
	public ChargeAnswer chargeAgain(FrozenRequest request, String token, Instant calledAt) {
		if (!mayChargeAgain(calledAt)) {
			throw new KeyTooOld(request.merchantReference(), calledAt, this.properties.keyRetention());
		}
		return charge(request, token);
	}

	/**
	 * Whether a call is young enough to be sent again with the same key; otherwise it can
	 * only be looked up.
	 * @param calledAt when the intent was committed
	 * @return true while it is younger than {@code gateway.key-retention}
	 */
	public boolean mayChargeAgain(Instant calledAt) {
		return this.clock.instant().isBefore(calledAt.plus(this.properties.keyRetention()));
	}

	/**
	 * Looks up one charge, see {@link #lookUpAll}.
	 * @param merchantReference the reference it was sent with
	 * @param calledAt when its intent was committed
	 * @return what the gateway has
	 */
	public LookedUp lookUp(String merchantReference, Instant calledAt) {
		return Objects.requireNonNull(lookUpAll(Map.of(merchantReference, calledAt)).get(merchantReference));
	}

	/**
	 * Looks up many charges with one pass over the gateway's list, 100 a call, so that an
	 * outage in the middle of a night does not cost a pass for each.
	 * @param calledAt merchant references, each with the time its intent was committed
	 * @return what the gateway has, for each reference
	 * @throws GatewayRefused if the gateway does not accept our key
	 */
	public Map<String, LookedUp> lookUpAll(Map<String, Instant> calledAt) {
		this.guard.run();
		return this.lookUps.lookUp(calledAt);
	}

	/**
	 * Gives money of a charge back. Can be called again at any time with the same key.
	 * @param gatewayReference the gateway's id of the payment
	 * @param amount what is given back
	 * @param idempotencyKey names this refund for ever
	 * @return what is known
	 * @throws KeyReused if the key was used with other content
	 * @throws GatewayRefused if the gateway does not accept our key
	 */
	public RefundAnswer refund(String gatewayReference, Money amount, String idempotencyKey) {
		this.guard.run();
		return this.refunds.refund(gatewayReference, amount, idempotencyKey);
	}

	private static PaymentIntentCreateParams params(FrozenRequest request, String token) {
		return PaymentIntentCreateParams.builder()
			.setAmount(request.amount().units())
			.setCurrency(request.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
			.setPaymentMethod(token)
			.addPaymentMethodType("card")
			.setConfirm(true)
			.setOffSession(true)
			.setDescription(request.description())
			.putMetadata(MERCHANT_REFERENCE, request.merchantReference())
			.putMetadata(SUBSCRIPTION, request.subscriptionId())
			.putMetadata(ORDER, request.orderNumber())
			.build();
	}

	private static RequestOptions key(FrozenRequest request) {
		return RequestOptions.builder().setIdempotencyKey(request.merchantReference()).build();
	}

}
