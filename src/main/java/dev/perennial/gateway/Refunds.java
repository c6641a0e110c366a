package dev.perennial.gateway;

import java.util.ArrayList;
import java.util.List;

import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import dev.perennial.gateway.RefundAnswer.Outcome;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back. Looks first whether a refund with this reference exists, so that it
 * can be called again at any age: an idempotency key alone is forgotten after a day.
 */
class Refunds {

	private static final String REFUND_REFERENCE = "refund_reference";

	private static final String ALREADY_REFUNDED = "charge_already_refunded";

	private static final long PAGE = 100;

	private final RefundService refunds;

	Refunds(RefundService refunds) {
		this.refunds = refunds;
	}

	RefundAnswer refund(String gatewayReference, Money amount, String key) {
		try {
			Refund refund = find(gatewayReference, key);
			return answer((refund != null) ? refund : create(gatewayReference, amount, key));
		}
		catch (IdempotencyException ex) {
			throw new KeyReused(key);
		}
		catch (InvalidRequestException ex) {
			if (ALREADY_REFUNDED.equals(ex.getCode())) {
				// Somebody did it at the gateway by hand: the partner has the money.
				return new RefundAnswer(Outcome.REFUNDED, null, null);
			}
			return new RefundAnswer(Outcome.REFUSED, null, Answers.why(ex));
		}
		catch (StripeException ex) {
			Answers.throwIfRefused(ex, key);
			return new RefundAnswer(Outcome.UNKNOWN, null, Answers.why(ex));
		}
		catch (RuntimeException ex) {
			return new RefundAnswer(Outcome.UNKNOWN, null, "unreadable answer: " + ex.getClass().getSimpleName());
		}
	}

	/** What of a payment was given back; what is only on its way does not count. */
	long givenBack(String gatewayReference) throws StripeException {
		return all(gatewayReference).stream()
			.filter((refund) -> "succeeded".equals(refund.getStatus()))
			.mapToLong(Refund::getAmount)
			.sum();
	}

	private @Nullable Refund find(String gatewayReference, String key) throws StripeException {
		return all(gatewayReference).stream()
			.filter((refund) -> key.equals(refund.getMetadata().get(REFUND_REFERENCE)))
			.findFirst()
			.orElse(null);
	}

	private List<Refund> all(String gatewayReference) throws StripeException {
		List<Refund> all = new ArrayList<>();
		boolean more = true;
		while (more) {
			RefundListParams.Builder page = RefundListParams.builder()
				.setPaymentIntent(gatewayReference)
				.setLimit(PAGE);
			StripeCollection<Refund> refunds = this.refunds
				.list(all.isEmpty() ? page.build() : page.setStartingAfter(all.get(all.size() - 1).getId()).build());
			all.addAll(refunds.getData());
			more = refunds.getHasMore();
		}
		return all;
	}

	private Refund create(String gatewayReference, Money amount, String key) throws StripeException {
		return this.refunds.create(RefundCreateParams.builder()
			.setPaymentIntent(gatewayReference)
			.setAmount(amount.units())
			.putMetadata(REFUND_REFERENCE, key)
			.build(), RequestOptions.builder().setIdempotencyKey(key).build());
	}

	private static RefundAnswer answer(Refund refund) {
		return switch (refund.getStatus()) {
			// A card refund that is pending is on its way and needs nobody.
			case "succeeded", "pending" -> new RefundAnswer(Outcome.REFUNDED, refund.getId(), null);
			case "failed", "canceled", "requires_action" ->
				new RefundAnswer(Outcome.REFUSED, refund.getId(), refund.getStatus());
			default -> new RefundAnswer(Outcome.UNKNOWN, refund.getId(), refund.getStatus());
		};
	}

}
