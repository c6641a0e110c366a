package dev.perennial.gateway;

import java.util.Objects;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's answers in our words. Stripe's own messages go no further than here: they
 * repeat tokens ("No such PaymentMethod: 'pm_...'").
 */
final class Answers {

	/** The code of a payment that somebody canceled: it can never be confirmed. */
	static final String CANCELED = "canceled";

	private Answers() {
	}

	static ChargeAnswer of(PaymentIntent intent) {
		return switch (intent.getStatus()) {
			case "succeeded" -> ChargeAnswer.succeeded(intent.getId());
			// Nobody takes part in a charge at night, so it will stay as it is.
			case "requires_action" -> ChargeAnswer.declined(false, intent.getId(), "authentication_required");
			case CANCELED -> ChargeAnswer.declined(false, intent.getId(), CANCELED);
			case "requires_payment_method" -> declined(intent.getId(), intent.getLastPaymentError());
			default -> ChargeAnswer.unknown("the payment is " + intent.getStatus());
		};
	}

	/**
	 * What a failed charge means (rules 6.2).
	 * @throws KeyReused if the key was sent with other content before
	 * @throws GatewayRefused if the call itself was refused
	 */
	static ChargeAnswer of(StripeException failure, String key) {
		if (failure instanceof CardException) {
			return declined(paymentOf(failure), failure.getStripeError());
		}
		if (failure instanceof IdempotencyException) {
			throw new KeyReused(key);
		}
		if (failure instanceof InvalidRequestException invalid && "resource_missing".equals(invalid.getCode())
				&& "payment_method".equals(invalid.getParam())) {
			// The stored card is gone from the gateway: the partner must give another.
			return ChargeAnswer.declined(false, null, "resource_missing");
		}
		throwIfRefused(failure, key);
		return ChargeAnswer.unknown(why(failure));
	}

	static void throwIfRefused(StripeException failure, String key) {
		if (failure instanceof AuthenticationException || failure instanceof PermissionException) {
			throw new ApiKeyRefused(why(failure));
		}
		if (failure instanceof InvalidRequestException invalid) {
			throw new GatewayRefused("%s: the gateway refused the call (%s, parameter %s); nothing was charged"
				.formatted(key, why(failure), invalid.getParam()));
		}
	}

	/** Status, code and the gateway's request id, never its message. */
	static String why(StripeException failure) {
		if (failure.getStatusCode() == null || failure.getStatusCode() == 0) {
			return Objects.requireNonNullElse(failure.getMessage(), "no answer");
		}
		String why = "HTTP " + failure.getStatusCode();
		why += (failure.getCode() == null) ? "" : " " + failure.getCode();
		return why + ((failure.getRequestId() == null) ? "" : " " + failure.getRequestId());
	}

	private static ChargeAnswer declined(@Nullable String payment, @Nullable StripeError error) {
		if (error == null) {
			return ChargeAnswer.unknown("not confirmed");
		}
		String code = (error.getDeclineCode() != null) ? error.getDeclineCode() : error.getCode();
		String known = (code != null) ? code : "card_declined";
		return ChargeAnswer.declined(Declines.isSoft(known, error.getAdviceCode()), payment, known);
	}

	private static @Nullable String paymentOf(StripeException failure) {
		StripeError error = failure.getStripeError();
		return (error == null || error.getPaymentIntent() == null) ? null : error.getPaymentIntent().getId();
	}

}
